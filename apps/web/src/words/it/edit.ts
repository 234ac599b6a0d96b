export const edit = {
  standing: 'Adesso c’è scritto:',
  yours: 'Quello che hai scritto tu è qui sopra: controlla e registra.',
};
