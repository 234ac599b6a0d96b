import { to } from '#domain/italian/article.js';
import { capital } from '#domain/italian/sentence.js';

export const changeOfPerson = {
  open: 'È cambiata una persona',
  title: (body: string) => `Un cambio di persona: ${body}`,
  who: 'Chi prende l’incarico',
  newcomer: 'Una persona nuova, che invito adesso',
  theNewOne: 'chi arriva',
  from: 'Primo giorno nell’incarico',
  preview: 'Che cosa cambia',
  nobodyLeaves: 'Oggi l’incarico non è di nessuno: nessuno lo lascia.',
  leaves: (name: string, last: string) => `${name} resta in carica fino ${last}.`,
  nothingWaits: 'Nessuna candidatura aspetta questo incarico adesso.',
  waits: (lines: readonly string[], name: string) =>
    `${lines.length === 1 ? 'Passa' : 'Passano'} ${to(name)}: ${lines.join('; ')}.`,
  unsigned: (lines: readonly string[]) =>
    `Da rifare sulla piattaforma prima della firma, perché porta il nome di prima: ${lines.join('; ')}.`,
  means: (means: readonly string[]) => `Da avere di nuovo, perché sono personali: ${means.join(', ')}.`,
  mailsStop: (name: string) => `${capital(to(name))} non scriviamo più per questo Comune.`,
  mailsGoOn: (name: string, roles: readonly string[]) =>
    `${capital(to(name))} scriviamo ancora come ${roles.join(' e ')}.`,
  outside:
    'Fuori da Capofila restano da aggiornare l’IPA e, sulla piattaforma, il legale rappresentante: il cambio si conferma con la PEC.',
  record: 'Registra il cambio',
  done: 'Cambio registrato: i promemoria da adesso vanno alla persona nuova.',
};
