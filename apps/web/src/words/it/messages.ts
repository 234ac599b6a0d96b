export const messages = { title: '' };
