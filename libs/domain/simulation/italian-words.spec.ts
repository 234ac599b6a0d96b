import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import { italianWords } from './italian-words.js';
import { nameOfRole } from './simulated-people.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const names = new Map([
  ['antonio', 'Antonio Conte'],
  ['carmela', 'Carmela Sansone'],
]);
const words = italianWords(send, { person: (id) => names.get(id) ?? nameOfRole(id), body: (id) => id });
const said = (kind: MessageDecision['kind'], person: string) =>
  words.message({ kind, person, body: {} } as unknown as MessageDecision);

test.each([
  ['invitation', 'secretary', 'Invito al segretario.'],
  ['documentFiled', 'legalRepresentative', 'Conferma al sindaco.'],
  ['officeNews', 'deskOfficer', "Notizia all'ufficio ICT dell'Unione."],
  ['officeCall', 'deskOfficer', "Avviso all'ufficio ICT dell'Unione di telefonare."],
  ['reminder', 'accounts', 'Promemoria alla ragioneria.'],
  ['escalation', 'carmela', 'Richiesta di aiuto a Carmela Sansone.'],
  ['termMoved', 'antonio', 'Avviso ad Antonio Conte della nuova data.'],
  ['question', 'protocolClerk', 'Domanda al protocollo, se è arrivato qualcosa via PEC.'],
] as const)('%s to %s is a sentence that can be read aloud', (kind, person, sentence) => {
  expect(said(kind, person)).toBe(sentence);
});
