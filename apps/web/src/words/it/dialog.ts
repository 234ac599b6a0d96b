export const dialog = { close: 'Chiudi', cancel: 'Annulla' };
