import { type Act, type Life, lifeOf } from './life.js';
import { TOWNS } from './towns.js';

/** A young call beside SEND, in `data/demo/calls`: it closes in nine days, and a mayor has still to decide. */
export const PDND = { id: 'pdnd-demo-2027', version: 1 } as const;

const MARTA = 'marta@unione.example';

/** Latronico and Lauria are at the signature; Rivello's mayor has not answered, so Rivello has no life here yet. */
const LIVES: readonly Life[] = [
  {
    ...TOWNS.lagonegro,
    yes: ['2027-03-17', '12:20'],
    papers: ['2027-03-18', '09:50'],
    signed: ['2027-03-19', '10:40'],
    submitted: ['2027-03-22', '09:30'],
    applicationNumber: 'C-2027-0041',
  },
  {
    ...TOWNS.maratea,
    yes: ['2027-03-18', '09:10'],
    papers: ['2027-03-19', '11:30'],
    signed: ['2027-03-23', '09:20'],
    submitted: ['2027-03-24', '12:15'],
    applicationNumber: 'C-2027-0058',
  },
  {
    ...TOWNS.castelluccioInferiore,
    yes: ['2027-03-18', '10:30'],
    papers: ['2027-03-22', '10:10'],
    signed: ['2027-03-24', '11:50'],
    submitted: ['2027-03-25', '10:15'],
    applicationNumber: 'C-2027-0066',
  },
  { ...TOWNS.latronico, yes: ['2027-03-18', '13:00'], papers: ['2027-03-24', '10:05'] },
  { ...TOWNS.lauria, yes: ['2027-03-18', '09:30'], papers: ['2027-03-22', '12:30'] },
  { ...TOWNS.trecchina, yes: ['2027-03-19', '09:05'] },
  {
    ...TOWNS.castelluccioSuperiore,
    yes: ['2027-03-22', '11:20'],
    byPhone: 'Ha risposto il sindaco al telefono: partecipano, la delibera è in Giunta martedì 30.',
  },
];

/** What people do with PDND, from its first day. */
export function pdndStory(): Act[] {
  return [
    { at: ['2027-03-17', '09:30'], what: 'PDND: avvio', act: (t) => t.launch(MARTA, 'PDND', PDND) },
    ...LIVES.flatMap((life) => lifeOf('PDND', life)),
    {
      at: ['2027-03-22', '12:10'],
      what: 'Nemoli, PDND: non partecipa',
      act: (t) =>
        t.milestone(MARTA, 'Nemoli, PDND', 'participation', {
          outcome: 'no',
          data: { whyNot: 'noStaff' },
          channel: 'phone',
          behalf: true,
          note: 'Il sindaco al telefono: per quest’anno non partecipano.',
        }),
    },
    {
      at: ['2027-03-23', '10:25'],
      what: 'Trecchina, PDND: la delibera',
      act: async (t) => {
        const act = await t.upload(
          TOWNS.trecchina.referent,
          'Trecchina, PDND',
          'participationAct',
          'Delibera di Giunta',
        );
        await t.review(MARTA, 'Trecchina, PDND', 'participationAct', act);
      },
    },
    {
      at: ['2027-03-24', '11:10'],
      what: 'Lauria, PDND: la firma sbagliata',
      act: async (t) => {
        const file = await t.upload(
          TOWNS.lauria.mayor,
          'Lauria, PDND',
          'signedApplication',
          'Domanda di partecipazione.p7m',
        );
        await t.review(
          MARTA,
          'Lauria, PDND',
          'signedApplication',
          file,
          'È firmata la bozza del 18 marzo: serve il PDF scaricato dalla piattaforma, firmato in CAdES senza risalvarlo.',
        );
      },
    },
  ];
}
