import { type Command, Option } from 'commander';
import { BadUse, environment, print } from '../output.js';

interface Common {
  json?: boolean;
}

/** Commands that ask a running API, with a token of the person who acts. */
export function addServerCommands(program: Command): void {
  program
    .command('status')
    .description('whether the service works, and where every application stands')
    .option('--json', 'print JSON')
    .action(async (options: Common) => {
      const status = await ask('GET', '/status', undefined, false);
      const { applications } = await ask('GET', '/applications');
      print({ ...status, applications }, options, () =>
        [
          status['detail'],
          ...(applications as Line[]).map(
            (each) =>
              `${each.number}  ${each.applicant.name.padEnd(22)} ${each.label.padEnd(24)} ${each.workBy ?? ''}`,
          ),
        ].join('\n'),
      );
    });

  program
    .command('launch')
    .description('start a call for the comuni that may apply')
    .requiredOption('--call <id>', 'definition, as in data/calls: send-comuni-2024')
    .option('--version <n>', 'version of the definition', '1')
    .option('--comuni <istat...>', 'ISTAT codes; all of the union when left out')
    .option('--confirm <terms...>', 'terms whose source you have read')
    .option('--json', 'print JSON')
    .action(
      async (options: Common & { call: string; version: string; comuni?: string[]; confirm?: string[] }) => {
        const launched = await ask('POST', '/calls', {
          actingBody: await ownBody(),
          definition: { id: options.call, version: Number(options.version) },
          comuni: options.comuni ?? 'all',
          confirmed: options.confirm ?? [],
        });
        const { formatEuro } = await import('#domain/money/money.js');
        print(launched, options, () => launchInWords(launched as unknown as Launched, formatEuro));
      },
    );

  program
    .command('fact <application>')
    .description(
      'record a fact: capofila fact ULL-2024-0008 --type outside.checked --body \'{"stage":"admission"}\'',
    )
    .requiredOption('--type <type>', 'type of fact, as in the API')
    .requiredOption('--body <json>', 'body of the fact')
    .option('--on <date>', 'legal date, when not today')
    .option('--at <time>', 'legal time, HH:MM:SS')
    .addOption(
      new Option('--channel <channel>').choices(['web', 'pec', 'email', 'phone', 'inPerson', 'platform']),
    )
    .option('--behalf', 'on behalf of the applicant')
    .option('--corrects <fact>', 'id of the fact it puts right')
    .option('--json', 'print JSON')
    .action(async (application: string, options: Common & FactOptions) => {
      const page = await ask('GET', `/applications/${encodeURIComponent(application)}`);
      const recorded = await ask('POST', `/applications/${encodeURIComponent(application)}/facts`, {
        actingBody: await ownBody(),
        type: options.type,
        body: parse(options.body),
        ...(options.on === undefined ? {} : { legalDate: options.on }),
        ...(options.at === undefined ? {} : { legalTime: options.at }),
        ...(options.channel === undefined ? {} : { channel: options.channel }),
        ...(options.corrects === undefined ? {} : { corrects: options.corrects }),
        ...(options.behalf === true ? { onBehalfOf: (page['applicant'] as { id: string }).id } : {}),
      });
      print(recorded, options, () => standing(recorded));
    });

  program
    .command('explain <application>')
    .description('say in words what an application waits for')
    .option('--json', 'print JSON')
    .action(async (application: string, options: Common) => {
      const page = await ask('GET', `/applications/${encodeURIComponent(application)}`);
      print(page, options, () => `${String(page['state'])}\n${standing({ ...page, wait: page })}`);
    });

  program
    .command('clock [forward]')
    .description('demo only: read the clock, or move it: +5d, +3h, --until-next, --to "2024-09-10 08:00"')
    .option('--until-next', 'to the next thing that happens by itself')
    .option('--to <moment>', 'to a date and hour in Rome')
    .option('--json', 'print JSON')
    .action(async (forward: string | undefined, options: Common & { untilNext?: boolean; to?: string }) => {
      const wish = clockWish(forward, options);
      const now =
        wish === undefined
          ? await ask('GET', '/clock', undefined, false)
          : await ask('POST', '/clock', { actingBody: await ownBody(), ...wish });
      print(now, options, () => `${String(now['date'])} ${String(now['time'])}`);
    });
}

interface Launched {
  applications: { number: string; comune: string; amountCents: number }[];
  leftOut: { comune: string; code: string; detail: string }[];
  unconfirmed: { id: string; question: string }[];
}

function launchInWords(
  { applications, leftOut, unconfirmed }: Launched,
  money: (cents: number) => string,
): string {
  return [
    ...applications.map((each) => `${each.number}  ${each.comune.padEnd(22)} ${money(each.amountCents)}`),
    ...leftOut.map((each) => `left out: ${each.comune} (${each.code}): ${each.detail}`),
    ...(unconfirmed.length === 0
      ? []
      : ['', 'Not confirmed by anybody; --confirm NAME, at launch, says that you have read the source:']),
    ...unconfirmed.map((each) => `  ${each.id.padEnd(18)} ${each.question}`),
  ].join('\n');
}

/** What a case waits for, and what somebody must clear up, each under the id that `finding.resolved` names. */
function standing(answer: Record<string, unknown>): string {
  const findings = answer['findings'] as { id: string; sentence: string }[];
  return [
    (answer['wait'] as { sentence: string }).sentence,
    ...findings.map(({ id, sentence }) => `finding ${id}: ${sentence}`),
  ].join('\n');
}

interface Line {
  number: string;
  label: string;
  workBy: string | null;
  applicant: { name: string };
}

interface FactOptions {
  type: string;
  body: string;
  on?: string;
  at?: string;
  channel?: string;
  behalf?: boolean;
  corrects?: string;
}

function clockWish(
  forward: string | undefined,
  options: { untilNext?: boolean; to?: string },
): object | undefined {
  if (options.untilNext === true) return { untilNext: true };
  if (options.to !== undefined) {
    const [date, time] = options.to.split(/[ T]/);
    return { to: { date, time: time ?? '08:00' } };
  }
  if (forward === undefined) return undefined;
  const [, count, unit] = /^\+(\d{1,5})([dhm])$/.exec(forward) ?? [];
  if (count === undefined) throw new BadUse('Write how far: +5d, +3h or +20m.');
  return { forwardSeconds: Number(count) * { d: 86_400, h: 3600, m: 60 }[unit as 'd' | 'h' | 'm'] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadUse('--body is not JSON.');
  }
}

/** The union's body for officers, else the person's first body. */
async function ownBody(): Promise<string> {
  const me = await ask('GET', '/me');
  const mandates = me['mandates'] as { body: string; bodyKind: string }[];
  const own = mandates.find((each) => each.bodyKind === 'union') ?? mandates[0];
  if (own === undefined) throw new Error('You hold no role today.');
  return own.body;
}

async function ask(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  signedIn = true,
): Promise<Record<string, unknown>> {
  const base = process.env['CAPOFILA_URL'] ?? 'http://127.0.0.1:3000';
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  if (signedIn)
    headers['authorization'] = `Bearer ${environment('CAPOFILA_TOKEN', 'a token of yours (POST /tokens)')}`;
  const answer = await fetch(`${base}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error(`No API answers at ${base}: start the demo, or set CAPOFILA_URL.`);
  });
  const json = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(refusalInWords(answer.status, json));
  return json;
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: 'sign-in needed, the token is wrong or no longer good',
  403: 'not allowed to you',
  404: 'not found, or not yours to see',
  409: 'not possible as things stand',
  422: 'something to correct',
  429: 'too many attempts',
};

/** A refusal of the API: the code and its kind in English, then the API's own words, which are Italian. */
function refusalInWords(status: number, problem: Record<string, unknown>): string {
  const fields = (problem['fields'] ?? []) as { path: string; message: string }[];
  const kind = MEANINGS[status] ?? (status >= 500 ? 'the service failed' : 'the request is wrong');
  return [
    `refused (${String(problem['code'])}), ${kind}: ${String(problem['detail'])}`,
    ...fields.map(({ path, message }) => `  ${path}: ${message}`),
  ].join('\n');
}
