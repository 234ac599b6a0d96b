export const office = {
  ask: (name: string) => `Chiedi di ${name}`,
};
