export const tasks = {
  title: 'Le mie attività',
  greeting: (name: string) => `Buongiorno ${name}.`,
  toDo: (n: number) => (n === 0 ? 'Non devi fare niente.' : n === 1 ? '1 cosa da fare' : `${n} cose da fare`),
  waiting: (n: number) => `${n} in attesa di altri`,
  empty: 'Non devi fare niente. Ti scriviamo noi se serve qualcosa.',
  checked: (when: string) => `Ultimo controllo: ${when}.`,
};
