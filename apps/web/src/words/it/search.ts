export const search = { title: '' };
