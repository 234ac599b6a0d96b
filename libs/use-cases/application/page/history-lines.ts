import type { HistoryLine } from '#contracts/history.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { type FactNames, factSentence } from '#domain/application/explain/history-words.js';
import { certaintyInWords, certaintyOf } from '#domain/fact/certainty.js';
import { channelInWords } from '#domain/fact/channel-words.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import type { CaseFile } from '#use-cases/ports/case-files.js';

/** Names as the reader may see them; whoever is out of sight or erased is "una persona". */
export function namesFor({ names, bodies }: Pick<CaseFile, 'names' | 'bodies'>): FactNames {
  return {
    person: (id) => names.get(id)?.name ?? 'Una persona',
    body: (id) => bodies.get(id) ?? 'un ente',
  };
}

/** Every fact in recorded order, each with what it corrects or what corrects it. */
export function historyLines(
  file: Pick<CaseFile, 'definition' | 'names' | 'bodies' | 'details' | 'documents'>,
  facts: readonly Fact[],
  hashes: ReadonlyMap<string, string>,
): HistoryLine[] {
  const names = namesFor(file);
  // What the office notes for itself is not there for others, who do not see its words either.
  const seen = facts.filter(
    (fact) => fact.type !== 'talk.logged' || !fact.body.officeOnly || file.details.has(fact.id),
  );
  // A call's act that was taken back need not have been a mistake: money may have been added.
  const spent = new Set(ofType(facts, 'call.fundsExhausted').map((each) => each.id));
  return seen.map((fact) => {
    const correctedBy = facts.find((each) => each.corrects === fact.id)?.id;
    const about = documentOf(fact);
    const stored = about === undefined ? undefined : file.documents.get(about);
    return {
      ...factLine(fact, {
        definition: file.definition,
        names,
        detail: file.details.get(fact.id),
        undoesSpent: fact.corrects !== undefined && spent.has(fact.corrects),
      }),
      ...(correctedBy === undefined ? {} : { correctedBy }),
      ...(stored === undefined ? {} : { document: { id: stored.id, fileName: stored.fileName } }),
      ...asksOf(fact, file.definition),
      hash: hashes.get(fact.id) ?? '',
    };
  });
}

/** What is needed to tell one fact by itself. */
interface Telling {
  definition: CallDefinition;
  names: FactNames;
  detail: Readonly<Record<string, unknown>> | undefined;
  /** It takes back that the call's money was used up. */
  undoesSpent: boolean;
}

/** One fact, as a history tells it: what, who for whom, by which channel, how surely we know it. */
export function factLine(
  fact: Fact,
  { definition, names, detail, undoesSpent }: Telling,
): Omit<HistoryLine, 'correctedBy' | 'document' | 'hash' | 'asks'> {
  const written = detail?.['reason'] ?? detail?.['text'] ?? detail?.['note'];
  return {
    id: fact.id,
    seq: fact.seq,
    type: fact.type,
    sentence: undoesSpent
      ? 'I fondi dell’avviso non risultano più esauriti: i promemoria riprendono.'
      : factSentence(definition, fact, names),
    who: fact.actor === undefined ? 'Capofila' : names.person(fact.actor),
    ...(fact.onBehalfOf === undefined ? {} : { forWhom: names.body(fact.onBehalfOf) }),
    channel: fact.channel,
    channelInWords: channelInWords(fact.channel),
    certainty: certaintyOf(fact),
    certaintyInWords: certaintyInWords(fact),
    legalDate: fact.legalDate,
    ...(fact.legalTime === undefined ? {} : { legalTime: fact.legalTime }),
    recordedAt: fact.recordedAt,
    ...(typeof written === 'string' ? { reason: written } : {}),
    ...(fact.corrects === undefined ? {} : { corrects: fact.corrects }),
    body: fact.body,
  };
}

/** What may be said of a milestone; one that the definition does not know is only voided. */
function asksOf(fact: Fact, definition: CallDefinition): Pick<HistoryLine, 'asks'> {
  if (fact.type !== 'milestone.recorded') return {};
  const asked = milestonesOf(definition).find((each) => each.id === fact.body.milestone);
  if (asked === undefined) return {};
  const outcomes = (asked.outcomes ?? []).map(({ code, label }) => ({ code, label }));
  return { asks: { outcomes, fields: asked.fields } };
}

function documentOf(fact: Fact): string | undefined {
  if (fact.type === 'milestone.recorded') return fact.body.proof;
  return fact.type === 'document.filed' || fact.type === 'document.reviewed' ? fact.body.document : undefined;
}
