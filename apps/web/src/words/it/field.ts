export const field = {
  optional: '(facoltativo)',
  quoted: (text: string) => `«${text}»`,
  fault: (label: string, fault: string) => `«${label}» ${fault}`,
};
