import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { notedCallRequest } from '#contracts/noted-call.js';
import { admit } from '#domain/application/admit/admit.js';
import { admitted } from '#domain/application/case/made-up-facts.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { fieldWords } from '../../apps/api/src/field-words.js';
import { words } from '../../apps/web/src/words/index.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const codeIn = (text: string | undefined) => /\(([A-Z]+-\d+)\)$/.exec(text ?? '')?.[1];

test('every check that a form makes by itself ends with its code', () => {
  const { record, correct, application, documents, approval, talk, noted, people, welcome, signIn } = words;
  const said = [
    ...Object.values(words.fault),
    record.missing.outcome,
    record.missing.field('CUP'),
    record.missing.date,
    record.missing.channel,
    record.missing.proof,
    record.missing.proofOfDay,
    record.wrong.cents('x'),
    record.wrong.number('x'),
    record.wrong.early('x', 'lunedì'),
    record.wrong.future,
    correct.reasonMissing,
    application.reasonMissing,
    documents.reasonMissing,
    approval.reasonMissing,
    talk.textMissing,
    talk.whoMissing,
    talk.untilMissing,
    noted.wrongOrder,
    people.erase.wrong,
    people.absence.order,
    welcome.short,
    welcome.long,
    signIn.missingEmail,
    signIn.missingPassword,
    signIn.missingCode,
    words.settings.definitions.missing,
    words.settings.definitions.notJson,
  ];
  expect(said.filter((each) => codeIn(each) === undefined)).toEqual([]);
});

/** The code with which the domain refuses what a milestone says. */
function refused(milestone: string, body: object, legalDate = '2024-07-24'): string | undefined {
  const fact = {
    type: 'milestone.recorded',
    legalDate,
    legalSource: 'declared',
    channel: 'web',
    actor: 'marta',
    body: { milestone, data: {}, proof: 'proof', ...body },
  } as unknown as NewFact;
  const now = epochMs(instantAt('2024-07-25', '10:00'));
  return admit(fact, send, { call: [], application: admitted().facts }, now)?.code;
}

test('a rule that page and API both know has one code', () => {
  const { missing, wrong } = words.record;
  expect({
    outcome: codeIn(missing.outcome),
    field: codeIn(missing.field('CUP')),
    proof: codeIn(missing.proof),
    future: codeIn(wrong.future),
  }).toEqual({
    outcome: refused('admission', {}),
    field: refused('cup', {}),
    proof: refused('cup', { data: { cup: 'J81F22003840006' }, proof: undefined }),
    future: refused('cup', {}, '2024-07-26'),
  });
});

test('and so has a rule of the form of what is sent', () => {
  const form = z.strictObject({ name: z.string().min(1), email: z.email() });
  const said = (schema: z.ZodType, request: object) =>
    Object.fromEntries(
      (schema.safeParse(request, { error: fieldWords }).error?.issues ?? []).map(({ path, message }) => [
        path.join('.'),
        codeIn(message),
      ]),
    );
  expect(said(form, { name: '', email: 'giulia' })).toEqual({
    name: codeIn(words.fault.missing),
    email: codeIn(words.fault.email),
  });
  const note = {
    actingBody: '01900000-0000-7000-8000-000000000000',
    title: ' ',
    funder: 'DTD',
    link: 'avviso',
    end: '2024-06-20',
    cutOff: '25:00',
    source: 'art. 8',
  };
  expect(said(notedCallRequest, note)).toEqual({
    title: codeIn(words.fault.missing),
    link: codeIn(words.fault.webAddress),
    cutOff: codeIn(words.fault.hour),
  });
  const right = { ...note, title: 'PDND', link: 'https://x.example', cutOff: '14:00' };
  expect(said(notedCallRequest, { ...right, opening: '2024-07-01' })).toEqual({
    end: codeIn(words.noted.wrongOrder),
  });
});
