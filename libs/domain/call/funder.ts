/** "Dipartimento per la trasformazione digitale" is "Dipartimento" in a sentence: its matter is left out. */
export function shortFunder(funder: string): string {
  return funder.split(/\s(?:per|di|del|dello|della|dei|degli|delle)\s|\sdell['’]/)[0] ?? funder;
}
