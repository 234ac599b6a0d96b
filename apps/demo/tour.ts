import { type Answer, type Desk, signIn } from './desk.js';

/** The demo's people of the tour, by the name that the story calls them. */
const PEOPLE = {
  marta: 'marta@unione.example',
  giulia: 'giulia@rivello.example',
  antonio: 'antonio@rivello.example',
  elena: 'elena.rup@rivello.example',
  mario: 'mario@ragioneria.example',
  paolo: 'paolo@trecchina.example',
  lucia: 'sindaco@trecchina.example',
  michele: 'sindaco@nemoli.example',
} as const;

const CALL = 'send-comuni-2024';

export interface TourGuide {
  url: string;
  password: string;
  /** One line of the story. */
  say: (line: string) => void;
  /** Called after each step with its name; tests look around here. */
  after?: (step: StepName, story: Story) => Promise<void>;
}

export type StepName = (typeof STEPS)[number]['name'];

/** Tells the real call 1.4.5 SEND of May 2024 from launch to payment over the API, moving the demo's clock. */
export async function tour(guide: TourGuide): Promise<Story> {
  const desks = Object.fromEntries(
    await Promise.all(
      Object.entries(PEOPLE).map(async ([name, email]) => [
        name,
        await signIn(guide.url, email, guide.password),
      ]),
    ),
  ) as Record<keyof typeof PEOPLE, Desk>;
  const story = new Story(desks, guide.say);
  await demandUntold(story);
  for (const step of STEPS) {
    guide.say(`\n— ${step.title}`);
    await step.act(story);
    await guide.after?.(step.name, story);
  }
  return story;
}

/** The story is told once: its call cannot be launched again, and the clock does not go back. */
async function demandUntold({ desks: { marta } }: Story): Promise<void> {
  const { calls } = (await marta.get('/calls')).json;
  const clock = (await marta.get('/clock')).json;
  const told = calls.find((each: { definition: { id: string } }) => each.definition.id === CALL);
  const because =
    told !== undefined
      ? `its call is here already as ${told.number}`
      : clock.date > '2024-05-07'
        ? `the demo's clock is at ${clock.date}, after the first day of the story`
        : undefined;
  if (because === undefined) return;
  throw new Error(
    `The story cannot be told here a second time: ${because}. ` +
      'Start anew with "npm run demo -- --fresh --from-the-start", then "npm run tour".',
  );
}

/** "€ 23.147", with decimals only where there are cents. */
function euro(cents: number): string {
  const minimumFractionDigits = cents % 100 === 0 ? 0 : 2;
  return `€ ${(cents / 100).toLocaleString('it-IT', { minimumFractionDigits, useGrouping: 'always' })}`;
}

/** What the tour's people know and do. */
export class Story {
  call = '';
  /** Numbers of the applications by comune. */
  readonly numbers: Record<string, string> = {};
  /** Id of the fact that the tour corrects. */
  admission = '';
  readonly answers: Partial<Record<string, Answer>> = {};

  constructor(
    readonly desks: Record<keyof typeof PEOPLE, Desk>,
    readonly say: (line: string) => void,
  ) {}

  get unionBody(): string {
    return Object.values(this.desks.marta.bodies)[0] ?? '';
  }

  /** @returns false when that moment is past. */
  async clock(date: string, time: string): Promise<boolean> {
    const moved = await this.desks.marta.post('/clock', { actingBody: this.unionBody, to: { date, time } });
    // A demo that has been running for a while may be past that hour already.
    if (moved.json?.code === 'OROL-02') return false;
    this.expect(moved, 200);
    this.say(`  the clock is moved to ${date} ${time}`);
    return true;
  }

  /** Records a fact for a comune: the person's own act, or the office's on behalf. */
  async record(who: keyof typeof PEOPLE, comune: string, request: object, expected = 201): Promise<Answer> {
    const desk = this.desks[who];
    const body = who === 'marta' ? this.unionBody : desk.bodies[comune];
    const answer = await desk.post(`/applications/${this.numbers[comune]}/facts`, {
      actingBody: body,
      ...request,
    });
    this.expect(answer, expected);
    if (answer.status < 300) this.say(`  ${desk.name}, ${comune}: ${answer.json.sentence}`);
    else this.say(`  ${desk.name}, ${comune}: refused ${answer.json.code}: ${answer.json.detail}`);
    return answer;
  }

  /** Records a milestone with its proof. */
  async milestone(
    who: keyof typeof PEOPLE,
    comune: string,
    milestone: string,
    more: Milestone = {},
  ): Promise<Answer> {
    const { outcome, data = {}, proof = true, expected = 201, ...when } = more;
    const proven = proof ? { proof: await this.upload(who, comune, 'proof') } : {};
    const body = { milestone, data, ...proven, ...(outcome === undefined ? {} : { outcome }) };
    return this.record(who, comune, { type: 'milestone.recorded', body, ...when }, expected);
  }

  /** Uploads a file and gives its document id. */
  async upload(who: keyof typeof PEOPLE, comune: string, requirement: string): Promise<string> {
    const desk = this.desks[who];
    const query = new URLSearchParams(
      who === 'marta'
        ? { requirement, actingBody: this.unionBody, onBehalfOf: await this.bodyOf(comune), channel: 'email' }
        : { requirement, actingBody: desk.bodies[comune] ?? '' },
    );
    const content = `%PDF-1.7 ${requirement} ${comune} ${this.numbers[comune]} ${who}`;
    const answer = await desk.upload(
      `/applications/${this.numbers[comune]}/documents?${query.toString()}`,
      content,
    );
    this.expect(answer, 201);
    return answer.json.document;
  }

  async bodyOf(comune: string): Promise<string> {
    const { json } = await this.desks.marta.get(`/applications/${this.numbers[comune]}`);
    return json.applicant.id;
  }

  /** A paper is filed by the comune and accepted by the office. */
  async fileAndAccept(who: keyof typeof PEOPLE, comune: string, requirement: string): Promise<void> {
    const document = await this.upload(who, comune, requirement);
    await this.review(comune, requirement, document, 'accepted');
  }

  async review(
    comune: string,
    requirement: string,
    document: string,
    verdict: string,
    reason?: string,
  ): Promise<void> {
    await this.record('marta', comune, {
      type: 'document.reviewed',
      body: { requirement, document, verdict, ...(reason === undefined ? {} : { reason }) },
    });
  }

  /** Waits until a message of this kind to this person has gone out. */
  async sent(comune: string, kind: string, person: string): Promise<void> {
    const found = await this.until(async () => {
      const { json } = await this.desks.marta.get(`/applications/${this.numbers[comune]}/messages`);
      return json.messages.find(
        (each: { kind: string; person: string; state: string }) =>
          each.kind === kind && each.person === person && each.state === 'sent',
      );
    }, `${comune}: no ${kind} reached ${person}`);
    this.say(`  e-mail to ${person}: ${found.subject}`);
  }

  /** Waits until every application has looked at the last act of the call, so that it is told before the clock moves on. */
  async looked(): Promise<void> {
    await this.until(async () => {
      const { json } = await this.desks.marta.get('/applications');
      const late = json.applications.filter((each: { updating: boolean }) => each.updating);
      return late.length === 0 ? true : undefined;
    }, 'the applications have not looked at the extension');
  }

  /** A digest decided after its hour (the worker was killed and came back) gathers for two minutes before it goes. */
  private async until<T>(look: () => Promise<T | undefined>, failure: string): Promise<T> {
    for (let tries = 0; tries < 720; tries += 1) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`${failure} within three minutes`);
  }

  expect(answer: Answer, status: number): void {
    if (answer.status !== status)
      throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.json)}`);
  }
}

interface Milestone {
  outcome?: string;
  data?: Record<string, string | number>;
  proof?: boolean;
  expected?: number;
  legalDate?: string;
  legalTime?: string;
  channel?: string;
  corrects?: string;
  onBehalfOf?: string;
  detail?: Record<string, string>;
}

const STEPS = [
  {
    name: 'launched',
    title: 'Tuesday 7 May 2024: the office launches 1.4.5 SEND for the nine comuni',
    act: async (story: Story) => {
      const launched = await story.desks.marta.post('/calls', {
        actingBody: story.unionBody,
        definition: { id: CALL, version: 1 },
        comuni: 'all',
        confirmed: ['amounts'],
      });
      story.expect(launched, 201);
      story.call = launched.json.call.number;
      for (const { comune, number, amountCents } of launched.json.applications) {
        story.numbers[comune] = number;
        story.say(`  ${number} ${comune}: ${euro(amountCents)}`);
      }
      story.say('  to be confirmed by the office:');
      for (const { id, question } of launched.json.unconfirmed) story.say(`    ${id}: ${question}`);
      // Invitations go at eight; after that hour, on the next morning.
      if (!(await story.clock('2024-05-07', '08:00'))) await story.clock('2024-05-08', '08:00');
      await story.sent('Rivello', 'invitation', 'Antonio Conte');
      await story.sent('Lauria', 'invitation', 'Ornella Riccio');
    },
  },
  {
    name: 'decided',
    title: 'Tuesday 14 May: the comuni say yes, no, or nothing',
    act: async (story: Story) => {
      await story.clock('2024-05-14', '10:00');
      const yes = { outcome: 'yes', proof: false };
      await story.milestone('antonio', 'Rivello', 'participation', yes);
      await story.milestone('lucia', 'Trecchina', 'participation', yes);
      await story.milestone('michele', 'Nemoli', 'participation', { outcome: 'no', proof: false });
      await story.milestone('marta', 'Lauria', 'participation', {
        ...yes,
        channel: 'phone',
        onBehalfOf: await story.bodyOf('Lauria'),
        detail: { note: 'Ha risposto la sindaca al telefono.' },
      });
    },
  },
  {
    name: 'filed',
    title: 'Monday 20 May to 3 June: Rivello files its papers, one is sent back, then it is all sent',
    act: async (story: Story) => {
      await story.clock('2024-05-20', '09:00');
      const first = await story.upload('giulia', 'Rivello', 'participationAct');
      await story.sent('Rivello', 'documentFiled', 'Giulia Riviello');
      await story.review('Rivello', 'participationAct', first, 'returned', 'manca la firma del segretario');
      await story.clock('2024-05-21', '08:00');
      await story.sent('Rivello', 'documentReturned', 'Giulia Riviello');
      await story.fileAndAccept('giulia', 'Rivello', 'participationAct');
      await story.fileAndAccept('giulia', 'Rivello', 'serviceList');
      await story.clock('2024-05-31', '09:00');
      await story.fileAndAccept('antonio', 'Rivello', 'signedApplication');
      await story.clock('2024-06-03', '11:20');
      await story.milestone('giulia', 'Rivello', 'submission', {
        data: { applicationNumber: 'C-2024-0815' },
      });
    },
  },
  {
    name: 'admitted',
    title: 'Thursday 25 July: the PEC of Tuesday 23 is registered late; the CUP clock starts at its delivery',
    act: async (story: Story) => {
      await story.clock('2024-07-25', '09:30');
      const answer = await story.milestone('marta', 'Rivello', 'admission', {
        outcome: 'admitted',
        legalDate: '2024-07-23',
        legalTime: '11:02:00',
        channel: 'pec',
      });
      story.admission = answer.json.facts[0].id;
      await story.sent('Rivello', 'reminder', 'Giulia Riviello');
    },
  },
  {
    name: 'corrected',
    title: 'The PEC was of Thursday 25: the fact is corrected, and who had the wrong date is told once',
    act: async (story: Story) => {
      await story.milestone('marta', 'Rivello', 'admission', {
        outcome: 'admitted',
        legalDate: '2024-07-25',
        legalTime: '08:15:00',
        channel: 'pec',
        corrects: story.admission,
      });
      await story.clock('2024-07-26', '08:00');
      await story.sent('Rivello', 'dateCorrected', 'Giulia Riviello');
    },
  },
  {
    name: 'cup',
    title: 'Friday 26 July: a CUP with letters O is refused with a suggestion, then entered with its proof',
    act: async (story: Story) => {
      const wrong = { data: { cup: 'J81F2200384OO06' }, expected: 422 };
      story.answers['wrongCup'] = await story.milestone('giulia', 'Rivello', 'cup', wrong);
      await story.milestone('giulia', 'Rivello', 'cup', { data: { cup: 'J81F22003840006' } });
    },
  },
  {
    name: 'extended',
    title: 'September: Trecchina is reminded, then the call is extended from 20 September to 6 December',
    act: async (story: Story) => {
      await story.clock('2024-09-06', '08:00');
      await story.sent('Trecchina', 'reminder', 'Paolo Marotta');
      await story.clock('2024-09-10', '09:00');
      const extended = await story.desks.marta.post(`/calls/${story.call}/amendments`, {
        actingBody: story.unionBody,
        term: 'callEnd',
        kind: 'extension',
        act: 'Decreto di proroga del Dipartimento',
        actDate: '2024-09-09',
        knownOn: '2024-09-10',
        newEnd: '2024-12-06',
      });
      story.expect(extended, 201);
      await story.looked();
      story.say(`  ${extended.json.applications} applications have looked again`);
      await story.clock('2024-09-11', '08:00');
      await story.sent('Trecchina', 'termMoved', 'Paolo Marotta');
    },
  },
  {
    name: 'withdrawn',
    title: 'Autumn: Trecchina withdraws; after the decree it applies again',
    act: async (story: Story) => {
      await story.clock('2024-09-30', '09:00');
      await story.milestone('lucia', 'Trecchina', 'withdrawalRequested');
      const again = {
        actingBody: story.unionBody,
        comune: '076092',
        onBehalfOf: await story.bodyOf('Trecchina'),
      };
      const early = await story.desks.marta.post(`/calls/${story.call}/applications`, again);
      story.expect(early, 409);
      story.say(`  too early: ${early.json.detail}`);
      await story.clock('2024-10-15', '09:00');
      await story.milestone('marta', 'Trecchina', 'withdrawalDecreed', { channel: 'pec' });
      const anew = await story.desks.marta.post(`/calls/${story.call}/applications`, again);
      story.expect(anew, 201);
      story.numbers['Trecchina (2)'] = anew.json.number;
      story.say(`  ${anew.json.number}: Trecchina, second application`);
    },
  },
  {
    name: 'paid',
    title: 'From decree to payment: Rivello gets its 23.147 euro',
    act: async (story: Story) => {
      await story.milestone('marta', 'Rivello', 'decree', {
        channel: 'pec',
        data: { decreeNumber: '127 - 3 / 2024', decreedCents: 2_314_700 },
      });
      await story.clock('2024-11-04', '10:00');
      await story.fileAndAccept('elena', 'Rivello', 'awardAct');
      await story.milestone('elena', 'Rivello', 'contract', {
        data: { contractDate: '2024-11-04', cig: 'B3C4D5E6F7' },
      });
      await story.clock('2025-03-10', '10:00');
      await story.milestone('elena', 'Rivello', 'completion');
      await story.clock('2025-05-12', '10:00');
      await story.milestone('marta', 'Rivello', 'verification', { outcome: 'positive', channel: 'pec' });
      await story.fileAndAccept('elena', 'Rivello', 'cre');
      await story.fileAndAccept('antonio', 'Rivello', 'annex5');
      await story.milestone('elena', 'Rivello', 'paymentRequest');
      await story.clock('2025-11-12', '10:00');
      await story.milestone('marta', 'Rivello', 'payment', {
        data: { paidCents: 2_314_700 },
        channel: 'platform',
      });
      await story.milestone('mario', 'Rivello', 'collection', {
        data: { collectionNumber: '812/2025' },
        proof: false,
      });
    },
  },
] as const;
