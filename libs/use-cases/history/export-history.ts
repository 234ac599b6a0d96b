import { Injectable } from '@nestjs/common';
import { type Actor, can } from '#domain/access/can.js';
import { localOf } from '#domain/calendar/local-date.js';
import { AMOUNT_WORDS } from '#domain/desk/amount-words.js';
import { CSV_MARK, csvLine, type CsvValue } from '#domain/desk/csv.js';
import { factLine } from '../application/page/history-lines.js';
import { Clock } from '../clock.js';
import { seenBy } from '../desk/seen.js';
import { demand } from '../identity/demand.js';
import { DeskQueries } from '../ports/desk-queries.js';
import { HistoryQueries, type StoredFact } from '../ports/history-queries.js';
import { namesFrom } from './list-history.js';

const FACTS = [
  'Candidatura',
  'Comune',
  'Avviso',
  'Giorno',
  'Ora',
  'Registrato',
  'Che cosa',
  'Chi',
  'Per conto di',
  'Da dove',
  'Come si sa',
];
/** All that the hash of a fact is made of, under the names that it has there, and the hash. */
const SEALED = [
  'id',
  'streamId',
  'unionId',
  'seq',
  'type',
  'v',
  'legalDate',
  'legalTime',
  'legalSource',
  'recordedAt',
  'actorId',
  'onBehalfOf',
  'channel',
  'body',
  'corrects',
  'detailHash',
  'hash',
];
const APPLICATIONS = [
  'Candidatura',
  'Comune',
  'Avviso',
  'Stato',
  'Tocca a',
  'Importo',
  'Che importo è',
  'CUP',
  'Perché aspetta?',
];
const HEADS = ['Catena', 'Di che cosa', 'Numero', 'Fatti', "Impronta dell'ultimo fatto"];

/** Files for Excel over all applications, line by line: what they hold never lies in memory all at once. */
@Injectable()
export class ExportHistory {
  constructor(
    private readonly queries: HistoryQueries,
    private readonly desk: DeskQueries,
    private readonly clock: Clock,
  ) {}

  /** Every fact with its hash, chain by chain, so that each can be verified without this program. */
  facts(actor: Actor): AsyncIterable<string> {
    permitted(actor);
    return factLines(this.queries, actor);
  }

  /** Every chain with its length and the hash of its last fact. */
  async heads(actor: Actor): Promise<string> {
    permitted(actor);
    const heads = await this.queries.heads(actor.person);
    const rows = heads.map(({ stream, kind, number, facts, head }) => [
      stream,
      kind === 'call' ? 'avviso' : 'candidatura',
      number,
      facts,
      head,
    ]);
    return CSV_MARK + [HEADS, ...rows].map(csvLine).join('');
  }

  async applications(actor: Actor): Promise<string> {
    permitted(actor);
    const { applications } = await seenBy(actor, this.desk, this.clock);
    const rows = applications.map(({ number, applicant, call, label, upTo, cup, glance }): CsvValue[] => [
      number,
      applicant.name,
      call.title,
      label,
      upTo,
      { cents: glance.amount.cents },
      AMOUNT_WORDS[glance.amount.word],
      cup,
      glance.sentence,
    ]);
    return CSV_MARK + [APPLICATIONS, ...rows].map(csvLine).join('');
  }
}

function permitted(actor: Actor): void {
  demand(can(actor, 'readWholeHistory', { union: actor.union, bodies: [] }));
}

async function* factLines(queries: HistoryQueries, actor: Actor): AsyncIterable<string> {
  yield CSV_MARK + csvLine([...FACTS, ...SEALED]);
  for await (const { facts, ...names } of queries.everything(actor.person)) {
    yield facts.map((each) => csvLine(rowOf(each, namesFrom(names)))).join('');
  }
}

function rowOf(stored: StoredFact, names: ReturnType<typeof namesFrom>): CsvValue[] {
  const { fact, definition, undoesSpent, call, application } = stored;
  const line = factLine(fact, { definition, names, detail: undefined, undoesSpent });
  const recorded = localOf(fact.recordedAt);
  return [
    application?.number ?? '',
    application?.applicant ?? '',
    call.shortTitle,
    { day: fact.legalDate },
    fact.legalTime ?? '',
    `${recorded.date} ${recorded.time}`,
    line.sentence,
    line.who,
    line.forWhom ?? '',
    line.channelInWords,
    line.certaintyInWords,
    fact.id,
    stored.stream,
    stored.unionId,
    fact.seq,
    fact.type,
    stored.v,
    fact.legalDate,
    fact.legalTime ?? '',
    fact.legalSource,
    fact.recordedAt,
    fact.actor ?? '',
    fact.onBehalfOf ?? '',
    fact.channel,
    JSON.stringify(fact.body),
    fact.corrects ?? '',
    stored.detailHash ?? '',
    stored.hash,
  ];
}
