export const deadlines = { title: '' };
