export const dates = {
  /** The domain spells days, months and hours. */
  language: 'it' as const,
  today: 'oggi',
  yesterday: 'ieri',
  tomorrow: 'domani',
  at: (hour: string) => `ore ${hour}`,
  workBy: (day: string) => `entro ${day}`,
  official: (day: string, hour: string) => `ufficiale: ${day}, ${hour}`,
};
