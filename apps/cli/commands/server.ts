import { type Command, Option } from 'commander';
import type { Answer, Sent } from '#contracts/routes.js';
import { ask, ownBody } from '../ask.js';
import { BadUse, print } from '../output.js';

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
      const status = await ask('GET /status');
      const { applications } = await ask('GET /applications');
      print({ ...status, applications }, options, () =>
        [
          status.detail,
          ...applications.map(
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
        const launched = await ask('POST /calls', {
          body: {
            actingBody: await ownBody(),
            definition: { id: options.call, version: Number(options.version) },
            comuni: options.comuni ?? 'all',
            confirmed: options.confirm ?? [],
          },
        });
        const { formatEuro } = await import('#domain/money/money.js');
        print(launched, options, () => launchInWords(launched, formatEuro));
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
      const params = { application };
      const { applicant } = await ask('GET /applications/:application', { params });
      const fact = {
        actingBody: await ownBody(),
        type: options.type,
        body: parse(options.body),
        ...(options.on === undefined ? {} : { legalDate: options.on }),
        ...(options.at === undefined ? {} : { legalTime: options.at }),
        ...(options.channel === undefined ? {} : { channel: options.channel }),
        ...(options.corrects === undefined ? {} : { corrects: options.corrects }),
        ...(options.behalf === true ? { onBehalfOf: applicant.id } : {}),
      };
      // What somebody typed is read by the API.
      const body = fact as Sent<'POST /applications/:application/facts', 'body'>;
      const recorded = await ask('POST /applications/:application/facts', { params, body });
      print(recorded, options, () => standing(recorded));
    });

  program
    .command('explain <application>')
    .description('say in words what an application waits for')
    .option('--json', 'print JSON')
    .action(async (application: string, options: Common) => {
      const page = await ask('GET /applications/:application', { params: { application } });
      print(page, options, () => `${page.state}\n${standing(page)}`);
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
          ? await ask('GET /clock')
          : await ask('POST /clock', { body: { actingBody: await ownBody(), ...wish } });
      print(now, options, () => `${now.date} ${now.time}`);
    });
}

function launchInWords(
  { applications, leftOut, unconfirmed }: Answer<'POST /calls'>,
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
function standing(answer: Pick<Answer<'GET /applications/:application'>, 'sentence' | 'findings'>): string {
  return [answer.sentence, ...answer.findings.map(({ id, sentence }) => `finding ${id}: ${sentence}`)].join(
    '\n',
  );
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

type ClockWish = Without<Sent<'POST /clock', 'body'>, 'actingBody'>;
/** Of each of several shapes. */
type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

function clockWish(
  forward: string | undefined,
  options: { untilNext?: boolean; to?: string },
): ClockWish | undefined {
  if (options.untilNext === true) return { untilNext: true };
  if (options.to !== undefined) {
    const [date = '', time = '08:00'] = options.to.split(/[ T]/);
    return { to: { date, time } };
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
