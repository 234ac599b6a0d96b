import type { TalkLine } from '#contracts/application-page.js';
import { factSentence } from '#domain/application/explain/history-words.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { inWords } from '#domain/calendar/words.js';
import { channelInWords } from '#domain/fact/channel-words.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { Fact } from '#domain/fact/fact.js';
import type { CaseFile } from '#use-cases/ports/case-files.js';

/** What was said about the case, the latest first. */
export function talkLines(file: CaseFile): TalkLine[] {
  return effectiveFacts(file.streams.application)
    .flatMap((fact): TalkLine[] => {
      const said = sentenceOf(fact, file);
      if (said === undefined) return [];
      // What is kept for the office has no words for other readers; an empty line would only make them ask.
      const officeOnly = fact.type === 'talk.logged' && fact.body.officeOnly;
      if (officeOnly && !file.details.has(fact.id)) return [];
      const by = fact.actor === undefined ? undefined : file.names.get(fact.actor)?.name;
      const behalf = fact.onBehalfOf === undefined ? undefined : file.bodies.get(fact.onBehalfOf);
      const text = file.details.get(fact.id)?.['text'] ?? file.details.get(fact.id)?.['note'];
      return [
        {
          fact: fact.id,
          kind: said.kind,
          on: fact.legalDate,
          ...(fact.legalTime === undefined ? {} : { at: fact.legalTime.slice(0, 5) }),
          ...(by === undefined ? {} : { by }),
          ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
          channel: channelInWords(fact.channel),
          officeOnly,
          sentence: said.sentence,
          ...(typeof text === 'string' ? { text } : {}),
        },
      ];
    })
    .toReversed();
}

const ANSWERS = {
  done: '«L’ho già fatto»',
  cannot: '«Non ci riesco, chiamatemi»',
  notMine: '«Non tocca a me»',
} as const;

function sentenceOf(fact: Fact, file: CaseFile): Pick<TalkLine, 'kind' | 'sentence'> | undefined {
  const nameOf = (person: string) => file.names.get(person)?.name ?? 'Una persona';
  switch (fact.type) {
    case 'promise.made':
      return {
        kind: 'promise',
        sentence: `${nameOf(fact.body.person)} ha promesso per ${inWords(fact.body.until)}.`,
      };
    case 'reminder.answered':
      return {
        kind: 'answer',
        sentence: `${nameOf(fact.body.person)} ha risposto ${ANSWERS[fact.body.answer]}.`,
      };
    case 'talk.logged':
      return {
        kind: fact.body.kind,
        sentence: factSentence(file.definition, fact, {
          person: nameOf,
          body: (id) => file.bodies.get(id) ?? 'Un ente',
        }),
      };
    case 'milestone.recorded': {
      const label = openAnswerLabel(file.definition, fact.body);
      return label === undefined ? undefined : { kind: 'talk', sentence: `Risposta: «${label}».` };
    }
    default:
      return undefined;
  }
}

/** An answer that leaves the question open ("Parliamone"). */
function openAnswerLabel(
  definition: CallDefinition,
  body: { milestone: string; outcome?: string },
): string | undefined {
  return milestonesOf(definition)
    .find((each) => each.id === body.milestone)
    ?.outcomes?.find((each) => each.code === body.outcome && !each.settles)?.label;
}
