export const application = {
  title: (comune: string, call: string) => `${comune} — ${call}`,
};
