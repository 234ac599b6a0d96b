const PROGRAMS =
  /\.(exe|com|bat|cmd|msi|msp|scr|pif|cpl|dll|jar|js|jse|mjs|vbs|vbe|wsf|wsh|ps1|sh|reg|lnk|hta|chm|apk|dmg|iso)$/i;

/** Whether a file is named like a program or a script: nobody's paper, and a danger to whoever opens it. */
export function isProgram(fileName: string): boolean {
  // Windows drops dots and blanks at the end of a name.
  return PROGRAMS.test(fileName.replace(/[.\s]+$/, ''));
}
