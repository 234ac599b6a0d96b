import type { Hour, Teller, Told } from './teller.js';

/** Something that happens at an hour of the story. */
export interface Act {
  at: Hour;
  /** For the message when it fails. */
  what: string;
  act: (teller: Teller) => Promise<void>;
}

/** Who works for a comune, by e-mail address. */
export interface Town {
  comune: string;
  referent: string;
  mayor: string;
  rup: string;
  accounts: string;
  /** Registers what arrives by PEC. */
  clerk: string;
}

/** When the steps of an application happen, as far as it has come. */
export interface Life extends Town {
  /** The comune says yes: the mayor on the page, or the office on the telephone. */
  yes?: Hour;
  byPhone?: string;
  /** Papers of the preparation; by mail to the office where `papersByMail`. */
  papers?: Hour;
  papersByMail?: true;
  /** The first version of the act of participation was sent back for this reason, two hours later. */
  sentBack?: string;
  signed?: Hour;
  submitted?: Hour;
  applicationNumber?: string;
  /** Delivery of the PEC and the hour at which it was registered. */
  admitted?: { pec: Hour; registered: Hour };
  cup?: { at: Hour; code: string };
  decree?: { pec: Hour; registered: Hour; number: string; cents: number };
  contract?: { at: Hour; cig: string };
  completed?: Hour;
  verified?: { pec: Hour; registered: Hour };
  paymentAsked?: Hour;
  paid?: { on: Hour; registered: Hour };
  collected?: { at: Hour; number: string };
}

const MARTA = 'marta@unione.example';
const ROCCO = 'rocco@unione.example';

/** A notice that came by PEC: when it was delivered, when it was put on record. */
export function pec(date: Hour[0], time: string, on: Hour[0], at: string): { pec: Hour; registered: Hour } {
  return { pec: [date, time], registered: [on, at] };
}

/** The acts of one application for a call, from its yes to where it has come. @param call its short title. */
export function lifeOf(call: string, life: Life): Act[] {
  const acts: Act[] = [];
  const { referent, mayor, rup, accounts, clerk } = life;
  const which = `${life.comune}, ${call}`;
  const add = (at: Hour | undefined, what: string, act: Act['act']) => {
    if (at !== undefined) acts.push({ at, what: `${which}: ${what}`, act });
  };
  const notice = (
    what: { pec: Hour; registered: Hour } | undefined,
    milestone: string,
    told: Told & { proof: string },
  ) =>
    add(what?.registered, milestone, (t) =>
      t.milestone(clerk, which, milestone, {
        ...told,
        channel: 'pec',
        ...(what === undefined ? {} : { on: what.pec }),
      }),
    );
  const filed = async (t: Teller, who: string, requirement: string, title: string, told: Told = {}) => {
    const document = await t.upload(who, which, requirement, title, told);
    await t.review(MARTA, which, requirement, document);
  };

  add(life.yes, 'partecipa', (t) =>
    life.byPhone === undefined
      ? t.milestone(mayor, which, 'participation', { outcome: 'yes' })
      : t.milestone(MARTA, which, 'participation', {
          outcome: 'yes',
          channel: 'phone',
          behalf: true,
          note: life.byPhone,
        }),
  );
  add(life.papers, 'documenti della preparazione', async (t) => {
    const by: Told = life.papersByMail === undefined ? {} : { channel: 'email', behalf: true };
    const who = life.papersByMail === undefined ? referent : MARTA;
    if (life.sentBack !== undefined) {
      const first = await t.upload(who, which, 'participationAct', 'Delibera di Giunta, bozza', by);
      await t.review(MARTA, which, 'participationAct', first, life.sentBack);
    }
    await filed(t, who, 'participationAct', 'Delibera di Giunta', by);
    await filed(t, who, 'serviceList', 'Elenco dei due servizi di notifica', by);
  });
  add(life.signed, 'domanda firmata', (t) =>
    filed(t, mayor, 'signedApplication', 'Domanda di partecipazione.p7m'),
  );
  add(life.submitted, 'invio ufficiale', (t) =>
    t.milestone(referent, which, 'submission', {
      proof: 'Ricevuta di invio della candidatura',
      data: { applicationNumber: life.applicationNumber ?? '' },
    }),
  );
  notice(life.admitted, 'admission', { outcome: 'admitted', proof: 'PEC di ammissibilità' });
  add(life.cup?.at, 'CUP', (t) =>
    t.milestone(referent, which, 'cup', {
      proof: 'Schermata del CUP inserito',
      data: { cup: life.cup?.code ?? '' },
    }),
  );
  notice(life.decree, 'decree', {
    proof: 'Decreto di finanziamento',
    data: { decreeNumber: life.decree?.number ?? '', decreedCents: life.decree?.cents ?? 0 },
  });
  add(life.contract?.at, 'contratto', async (t) => {
    await filed(t, rup, 'awardAct', 'Determina di affidamento');
    const data = { contractDate: life.contract?.at[0] ?? '', cig: life.contract?.cig ?? '' };
    await t.milestone(rup, which, 'contract', { proof: 'Ricevuta del contratto caricato', data });
  });
  add(life.completed, 'completamento', (t) =>
    t.milestone(rup, which, 'completion', { proof: 'Ricevuta di completamento' }),
  );
  notice(life.verified, 'verification', { outcome: 'positive', proof: 'Esito della verifica' });
  add(life.paymentAsked, 'domanda di erogazione', async (t) => {
    await filed(t, rup, 'cre', 'Certificato di regolare esecuzione');
    await filed(t, mayor, 'annex5', 'Domanda di erogazione.p7m');
    await t.milestone(rup, which, 'paymentRequest', { proof: 'Ricevuta della domanda di erogazione' });
  });
  add(life.paid?.registered, 'pagamento', (t) =>
    t.milestone(ROCCO, which, 'payment', {
      channel: 'platform',
      proof: 'Schermata del pagamento',
      data: { paidCents: life.decree?.cents ?? 0 },
      ...(life.paid === undefined ? {} : { on: life.paid.on }),
    }),
  );
  add(life.collected?.at, 'reversale', (t) =>
    t.milestone(accounts, which, 'collection', { data: { collectionNumber: life.collected?.number ?? '' } }),
  );
  return acts;
}
