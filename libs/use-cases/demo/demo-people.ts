import { Injectable } from '@nestjs/common';
import type { DemoPerson } from '#contracts/demo.js';
import { roleInWords } from '#domain/people/role-words.js';
import { type OpenedSession, OpenSession, type Visitor } from '../identity/open-session.js';
import { Accounts } from '../ports/accounts.js';
import { type Mandate, People } from '../ports/people.js';
import { Refusal } from '../refusal.js';

/** Whose place a visitor of the demo may take; nobody else's. */
const SHOWN: Readonly<Record<string, string>> = {
  'marta@unione.example': 'Apre l’ufficio: vede che cosa scade oggi e quanto è a rischio.',
  'giulia@rivello.example': 'Lavora al telefono: vede solo quello che tocca a lei.',
  'antonio@rivello.example': 'Decide e firma: due bottoni, niente altro.',
  'revisore@unione.example': 'Legge tutto e non cambia nulla: segue la storia fatto per fatto.',
  'rocco@unione.example': 'Dirige l’ufficio: gestisce persone, incarichi e inviti.',
};

/** The demo's people are one click away: no password is asked, as all of them are invented. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly openSession: OpenSession,
  ) {}

  async list(): Promise<DemoPerson[]> {
    const all = await Promise.all(
      Object.entries(SHOWN).map(async ([email, sentence]): Promise<DemoPerson | undefined> => {
        const account = await this.accounts.accountOf(email);
        const profile = account === undefined ? undefined : await this.people.profileOf(account.person);
        if (profile === undefined) return undefined;
        return { email, name: profile.name, role: roleOf(profile.mandates), sentence };
      }),
    );
    return all.filter((each) => each !== undefined);
  }

  /** @throws Refusal `DEMO-01` for anybody who is not shown. */
  async signIn(email: string, visitor: Visitor): Promise<OpenedSession> {
    const address = email.trim().toLowerCase();
    const account = Object.hasOwn(SHOWN, address) ? await this.accounts.accountOf(address) : undefined;
    if (account === undefined) {
      throw new Refusal(
        'DEMO-01',
        'Con un clic si entra solo al posto delle persone dell’elenco: scegline una.',
      );
    }
    return this.openSession.run(account.person, 'password', visitor);
  }
}

/** "referente di Rivello"; whoever also keeps the protocol is known by the other role. */
function roleOf(mandates: readonly Mandate[]): string {
  const main = mandates.find((each) => each.role !== 'protocolClerk') ?? mandates[0];
  if (main === undefined) return '';
  const words = roleInWords(main.role);
  return main.bodyKind === 'union' ? words : `${words} di ${main.bodyName}`;
}
