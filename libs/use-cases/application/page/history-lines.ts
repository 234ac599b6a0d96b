import type { HistoryLine } from '#contracts/history.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { type FactNames, factSentence } from '#domain/application/history-words.js';
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
  const sentenceOf = (fact: Fact) =>
    fact.corrects !== undefined && spent.has(fact.corrects)
      ? 'I fondi dell’avviso non risultano più esauriti: i promemoria riprendono.'
      : factSentence(file.definition, fact, names);
  return seen.map((fact) => {
    const correctedBy = facts.find((each) => each.corrects === fact.id)?.id;
    const reason = file.details.get(fact.id)?.['reason'];
    const about = documentOf(fact);
    const stored = about === undefined ? undefined : file.documents.get(about);
    const behalf = fact.onBehalfOf;
    return {
      id: fact.id,
      seq: fact.seq,
      type: fact.type,
      sentence: sentenceOf(fact),
      who: fact.actor === undefined ? 'Capofila' : names.person(fact.actor),
      ...(behalf === undefined ? {} : { forWhom: names.body(behalf) }),
      channel: fact.channel,
      channelInWords: channelInWords(fact.channel),
      certainty: certaintyOf(fact),
      certaintyInWords: certaintyInWords(fact),
      legalDate: fact.legalDate,
      ...(fact.legalTime === undefined ? {} : { legalTime: fact.legalTime }),
      recordedAt: fact.recordedAt,
      ...(typeof reason === 'string' ? { reason } : {}),
      ...(correctedBy === undefined ? {} : { correctedBy }),
      ...(fact.corrects === undefined ? {} : { corrects: fact.corrects }),
      ...(stored === undefined ? {} : { document: { id: stored.id, fileName: stored.fileName } }),
      body: fact.body,
      ...asksOf(fact, file.definition),
      hash: hashes.get(fact.id) ?? '',
    };
  });
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
