export const dates = {
  /** The domain spells days, months and hours. */
  language: 'it' as const,
  today: 'oggi',
  yesterday: 'ieri',
  tomorrow: 'domani',
  at: (hour: string) => `ore ${hour}`,
  workBy: (day: string) => `entro ${day}`,
  closed: (days: string, unsure: boolean) =>
    `${days} chiuso${unsure ? ' (da confermare: la data dell’atto non si sa)' : ''}`,
  official: (day: string, hour: string) => `ufficiale: ${day}, ${hour}`,
};
