import { to } from '#domain/italian/article.js';
import type { AccessAnswer, CapabilityKind } from '#contracts/identity.js';

const means: Record<CapabilityKind, string> = {
  digitalSignature: 'firma digitale',
  sistemaCup: 'credenziali del Sistema CUP',
  platformUser: 'utenza sulla piattaforma',
};

const access: Record<AccessAnswer['state'], string> = {
  joined: 'Entra in Capofila',
  invited: 'Invitata: non è ancora entrata',
  expired: 'L’invito è scaduto: non è mai entrata',
  never: 'Non è stata invitata',
};

export const people = {
  means,
  access,
  lastSignIn: (day: string) => `ultimo accesso ${day}`,
  invitedUntil: (day: string) => `l’invito vale fino ${day}`,
  closed: 'Utenza chiusa',
  noContacts: 'Nessun recapito',
  until: (day: string) => `fino ${day}`,
  continued: (day: string) => `scaduto ${day}, continua finché non è sostituito`,
  future: (day: string) => `comincia ${day}`,
  past: (day: string) => `finito ${day}`,
  ofApplication: 'per una sola candidatura',
  away: (from: string, to: string) => `Assente ${from} ${to}`,
  standsIn: (name: string) => `sostituisce ${name}`,
  nobodyStandsIn: 'nessuno sostituisce',
  state: {
    none: (what: string) => `${what}: nessuna`,
    ends: (what: string, day: string) => `${what}: scade ${day}`,
    ended: (what: string, day: string) => `${what}: scaduta ${day}`,
    mandateEnds: (role: string, month: string) => `incarico di ${role} fino a ${month}`,
    mandateContinued: (role: string, day: string) =>
      `incarico di ${role} scaduto ${day}: continua finché non è sostituito`,
    valid: (what: string, day: string) => `${what}, fino ${day}`,
    noEnd: (what: string) => `${what}, senza scadenza nota`,
  },
  acts: 'Modifica',
  actsLabel: (name: string) => `Modifica ${name}`,
  byHead: (names: readonly string[]) =>
    `Inviti e incarichi li registra il responsabile dell’ufficio${names.length === 0 ? '' : ` (${names.join(', ')})`}, oppure il segretario del Comune: dillo a loro.`,
  former: 'Chi c’era prima',
  none: 'Qui non c’è ancora nessuno. Invita la prima persona: sindaco, segretario o referente.',
  invite: {
    open: 'Invita una persona',
    again: 'Invita di nuovo',
    name: 'Nome e cognome',
    email: 'Indirizzo e-mail',
    emailHint: 'Personale: ci arrivano i promemoria e il codice per entrare.',
    phone: 'Telefono',
    role: 'Incarico',
    from: 'Dal giorno',
    to: 'Ultimo giorno',
    toHint: 'Lascia vuoto se non si sa ancora.',
    send: 'Manda l’invito',
    sent: (name: string) => `${name} ha l’invito nella posta: vale sette giorni.`,
    notMailed: (name: string) =>
      `La persona è registrata, ma l’e-mail non è partita. Dai tu ${to(name)} questo collegamento: vale sette giorni e si vede solo adesso.`,
    done: 'Fatto',
  },
  role: { open: 'Dai un incarico', give: 'Dai l’incarico' },
  end: {
    open: (role: string) => `Segna la fine: ${role}`,
    title: (role: string, name: string) => `Fine dell’incarico di ${role}: ${name}`,
    what: 'Se nessuno prende il suo posto, l’incarico continua finché non arriva chi lo sostituisce: così nessuna scadenza resta senza nessuno.',
    to: 'Ultimo giorno',
    give: 'Segna l’ultimo giorno',
  },
  absence: {
    open: 'Segna un’assenza',
    from: 'Primo giorno',
    to: 'Ultimo giorno',
    substitute: 'Chi sostituisce',
    nobody: 'Nessuno',
    what: 'In quei giorni chi sostituisce riceve i promemoria e può agire. Chi è assente vede tutto come prima.',
    save: 'Segna l’assenza',
    cancel: 'Togli',
    cancelLabel: (from: string) => `Togli l’assenza ${from}`,
    order: 'L’assenza finisce prima di cominciare: controlla i due giorni. (PER-08)',
  },
  capability: {
    open: 'Segna un’abilitazione',
    kind: 'Abilitazione',
    expires: 'Scade il',
    expiresHint: 'Lascia vuoto se non ha una scadenza.',
    save: 'Segna l’abilitazione',
  },
  contacts: {
    open: 'Correggi nome e recapiti',
    save: 'Registra i recapiti',
    reach: 'Correggi i recapiti',
    reachLabel: (name: string) => `Correggi i recapiti di ${name}`,
    emailOfAccount: (email: string) =>
      `Indirizzo e-mail: ${email}. Con questo indirizzo la persona entra in Capofila: lo cambia il responsabile dell’ufficio.`,
    emailHint:
      'Con un altro indirizzo, inviti e codici già mandati non valgono più; al vecchio indirizzo arriva un avviso.',
  },
  unlock: {
    open: 'Fai riprovare l’accesso',
    what: 'Dopo troppe password o troppi codici sbagliati, anche di altri, chi usa un dispositivo nuovo deve aspettare. Da subito può riprovare.',
    do: 'Fai riprovare',
  },
  close: {
    open: 'Chiudi l’utenza',
    title: (name: string) => `Chiudi l’utenza di ${name}`,
    what: [
      'Da subito non entra più: password, dispositivi, chiavi e inviti non aprono niente.',
      'Non riceve più e-mail e non ha più incarichi; quello che ha fatto resta scritto.',
      'Si può riaprire: la persona va poi invitata di nuovo.',
    ],
    do: 'Chiudi l’utenza',
    reopen: 'Riapri l’utenza',
  },
  erase: {
    open: 'Cancella i dati personali',
    title: (name: string) => `Cancella i dati di ${name}`,
    what: [
      'Nome, indirizzo, telefono e note su questa persona spariscono, anche dalle e-mail tenute in archivio.',
      'I fatti restano, con la prova che non sono cambiati: al posto del nome si legge «persona cancellata».',
      'Non si può tornare indietro.',
    ],
    type: (name: string) => `Scrivi «${name}» per confermare`,
    wrong: 'Il nome non corrisponde: scrivilo come sta sopra. (DATO-12)',
    do: 'Cancella per sempre',
  },
};
