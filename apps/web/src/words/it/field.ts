export const field = { optional: '(facoltativo)' };
