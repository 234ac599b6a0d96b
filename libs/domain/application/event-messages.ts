import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type NewFact, ofType } from '#domain/fact/fact.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { Role } from '#domain/people/role.js';
import type { Case } from './case.js';
import { type DecideInput, morningSlot, officeSlot } from './decide.js';

const DESK: Role[] = ['deskOfficer'];

/**
 * Messages that answer something that happened: a confirmation, a paper sent back, news for the office. Keys come
 * from the fact, so that deciding again adds nothing. Imported history tells nobody.
 */
export function eventMessages(
  theCase: Case,
  input: DecideInput,
  decided: readonly NewFact[],
): MessageDecision[] {
  const facts = effectiveFacts(input.streams.application).filter((fact) => fact.channel !== 'import');
  const desk = input.recipients(DESK, localAt(input.now).date);
  const office = (
    key: string,
    kind: MessageDecision['kind'],
    params: MessageDecision['params'],
    atOnce: boolean,
  ) =>
    desk.map((person) => ({
      key: `${input.application}/${key}/${person}`,
      kind,
      person,
      application: input.application,
      deliverAt: atOnce ? isoInstant(input.now) : officeSlot(input.now),
      digest: !atOnce,
      params,
    }));
  const messages = facts.flatMap((fact) => fromFact(fact, theCase, input, office));
  for (const { type, body } of [...facts, ...decided]) {
    if (type === 'term.lapsed') {
      const key = `lapsed/${body.term}#${body.round}/${body.end}`;
      messages.push(
        ...office(key, 'officeNews', { news: 'termLapsed', term: body.term, end: body.end }, true),
      );
    }
    if (type === 'term.reinstated') {
      const key = `reinstated/${body.term}#${body.round}/${body.end}`;
      messages.push(
        ...office(key, 'officeNews', { news: 'reinstated', term: body.term, end: body.end }, true),
      );
    }
    if (type === 'silence.recorded') {
      const key = `silence/${body.term}#${body.round}/${body.end}`;
      messages.push(...office(key, 'officeCall', { why: 'silence', term: body.term, end: body.end }, false));
    }
  }
  for (const interrupt of theCase.interrupts.filter((each) => each.opened.channel !== 'import')) {
    const key = `interrupt/${interrupt.opened.id}`;
    messages.push(
      ...office(key, 'officeNews', { news: 'interrupt', interrupt: interrupt.definition.id }, true),
    );
  }
  const negative = theCase.path.filter((step) => step.stage.party === 'union');
  for (const step of negative) {
    const key = `stage/${step.stage.id}#${step.round}`;
    messages.push(...office(key, 'officeNews', { news: 'stage', stage: step.stage.id }, true));
  }
  return messages;
}

type Office = (
  key: string,
  kind: MessageDecision['kind'],
  params: MessageDecision['params'],
  atOnce: boolean,
) => MessageDecision[];

function fromFact(fact: Fact, theCase: Case, input: DecideInput, office: Office): MessageDecision[] {
  switch (fact.type) {
    case 'document.filed': {
      const { requirement, document, sha256 } = fact.body;
      const params = { requirement, document, sha256 };
      const confirmation: MessageDecision[] =
        fact.actor === undefined
          ? []
          : [
              {
                key: `${input.application}/filed/${fact.id}/${fact.actor}`,
                kind: 'documentFiled',
                person: fact.actor,
                application: input.application,
                deliverAt: isoInstant(input.now),
                digest: false,
                params: { ...params, on: fact.legalDate, at: fact.legalTime ?? '' },
              },
            ];
      const waits = theCase.missing.some(
        (each) => each.requirement.id === requirement && each.status === 'inReview',
      );
      return [...confirmation, ...(waits ? office(`review/${fact.id}`, 'officeReview', params, false) : [])];
    }
    case 'document.reviewed': {
      if (fact.body.verdict !== 'returned') return [];
      const { requirement, document, reason } = fact.body;
      const missing = theCase.missing.find((each) => each.requirement.id === requirement);
      const filedBy = ofType(input.streams.application, 'document.filed').find(
        (each) => each.body.document === document,
      )?.actor;
      const owners = missing === undefined ? [] : input.recipients(missing.upTo, localAt(input.now).date);
      const people = [...new Set([...(filedBy === undefined ? [] : [filedBy]), ...owners])];
      return people.map((person) => ({
        key: `${input.application}/returned/${fact.id}/${person}`,
        kind: 'documentReturned',
        person,
        application: input.application,
        deliverAt: morningSlot(input.now),
        digest: true,
        params: { requirement, document, reason: reason ?? '' },
      }));
    }
    case 'reminder.answered': {
      const params = { why: fact.body.answer, about: fact.body.person };
      if (fact.body.answer === 'done')
        return office(`answered/${fact.id}`, 'officeNews', { news: 'saysDone' }, false);
      return office(`answered/${fact.id}`, 'officeCall', params, false);
    }
    default:
      return [];
  }
}
