import { readFileSync } from 'node:fs';
import { checkDefinition } from './check-definition.js';
import type { CallDefinition, StageDefinition, TermDefinition } from './definition.js';
import type { ApprovalRequirement, MilestoneRequirement, RequirementDefinition } from './requirement.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const source = { act: 'prassi', quote: 'dieci giorni', readOn: '2026-11-23', confirmed: true } as const;

function milestone(id: string, outcomes?: MilestoneRequirement['outcomes']): MilestoneRequirement {
  const base = { kind: 'milestone', id, label: id, place: 'here', from: ['referent'], proof: false } as const;
  return { ...base, from: [...base.from], fields: [], ...(outcomes === undefined ? {} : { outcomes }) };
}

function stage(id: string, more: Partial<StageDefinition> = {}): StageDefinition {
  const base = { id, label: id, sentence: id, wait: 'officialAct', party: 'comune', actors: [] } as const;
  return { ...base, actors: [], requirements: [], exits: [], ...more };
}

const asking = stage('asking', {
  requirements: [milestone('asked')],
  exits: [{ when: 'done', to: 'deciding' }],
});
const deciding = stage('deciding', {
  requirements: [
    milestone('decided', [
      { code: 'yes', label: 'Sì', settles: true },
      { code: 'no', label: 'No', settles: true },
      { code: 'talk', label: 'Parliamone', settles: false },
    ]),
  ],
  exits: [
    { when: 'yes', to: 'over' },
    { when: 'no', to: 'over' },
  ],
});
const over = stage('over', { wait: 'end', party: 'none' });

const answer: TermDefinition = {
  id: 'answer',
  label: 'risposta',
  start: { milestone: 'asked' },
  rule: {
    unit: 'days',
    amount: 10,
    direction: 'forward',
    rollOver: true,
    cutOff: '23:59',
    zone: 'Europe/Rome',
  },
  during: ['deciding'],
  meets: 'decided',
  official: true,
  peremptory: true,
  reminders: 'A',
  onLapse: 'remediable',
  source,
};

const small: CallDefinition = {
  ...send,
  id: 'small',
  stages: [asking, deciding, over],
  terms: [answer],
  interrupts: [],
};

const withStages = (...stages: StageDefinition[]): CallDefinition => ({ ...small, stages });
const withTerm = (more: Partial<TermDefinition>): CallDefinition => ({
  ...small,
  terms: [{ ...answer, ...more }],
});
const approval = (more: Partial<ApprovalRequirement>): CallDefinition =>
  withStages(
    {
      ...asking,
      requirements: [
        milestone('asked'),
        {
          kind: 'approval',
          id: 'goAhead',
          label: 'via libera',
          order: 'parallel',
          rule: 'all',
          approvers: ['rup', 'secretary'],
          substitute: 'secretary',
          ...more,
        },
      ],
    },
    deciding,
    over,
  );

const faultsOf = (definition: CallDefinition) =>
  checkDefinition(definition).map(({ code, at }) => `${code} ${at}`);

test('the shipped definition has no fault', () => {
  expect(checkDefinition(send)).toEqual([]);
});

test('the small definition that the tests below break has no fault', () => {
  expect(checkDefinition(small)).toEqual([]);
  expect(checkDefinition(approval({}))).toEqual([]);
  expect(checkDefinition(approval({ rule: { quorum: 2 } }))).toEqual([]);
});

const broken: [string, CallDefinition, string[]][] = [
  ['two stages of one name', withStages(asking, deciding, over, over), ['DEF-01 stage over']],
  [
    'one milestone in two stages',
    withStages(asking, { ...deciding, requirements: [...deciding.requirements, milestone('asked')] }, over),
    ['DEF-01 requirement asked'],
  ],
  ['two terms of one name', { ...small, terms: [answer, answer] }, ['DEF-01 term answer']],
  [
    'an exit to an unknown stage',
    withStages({ ...asking, exits: [{ when: 'done', to: 'nowhere' }] }, deciding, over),
    [
      'DEF-02 stage asking',
      'DEF-09 stage asking',
      'DEF-08 stage deciding',
      'DEF-08 stage over',
      'DEF-10 term answer',
    ],
  ],
  ['a dead end', withStages(asking, deciding, { ...over, wait: 'documents' }), ['DEF-03 stage over']],
  ['an end that goes on', withStages({ ...asking, wait: 'end' }, deciding, over), ['DEF-03 stage asking']],
  [
    'a stage that asks for nothing',
    withStages(asking, deciding, over, { ...asking, id: 'empty', requirements: [] }),
    ['DEF-04 stage empty', 'DEF-08 stage empty'],
  ],
  [
    'two deciding milestones in one stage',
    withStages(
      asking,
      {
        ...deciding,
        requirements: [
          ...deciding.requirements,
          milestone('too', [{ code: 'yes', label: 'Sì', settles: true }]),
        ],
      },
      over,
    ),
    ['DEF-05 stage deciding'],
  ],
  [
    'an outcome without exit',
    withStages(asking, { ...deciding, exits: [{ when: 'yes', to: 'over' }] }, over),
    ['DEF-06 stage deciding'],
  ],
  [
    'an exit that no outcome takes',
    withStages(asking, { ...deciding, exits: [...deciding.exits, { when: 'talk', to: 'over' }] }, over),
    ['DEF-07 stage deciding'],
  ],
  [
    'a second exit for the same outcome',
    withStages({ ...asking, exits: [...asking.exits, { when: 'done', to: 'over' }] }, deciding, over),
    ['DEF-07 stage asking'],
  ],
  [
    'a stage to which no path leads',
    withStages(asking, deciding, over, stage('island', { wait: 'end' })),
    ['DEF-08 stage island'],
  ],
  [
    'two stages that lead only to each other',
    withStages(
      { ...asking, exits: [{ when: 'done', to: 'deciding' }] },
      { ...deciding, exits: deciding.exits.map(({ when }) => ({ when, to: 'asking' })) },
      over,
    ),
    ['DEF-09 stage asking', 'DEF-09 stage deciding', 'DEF-08 stage over'],
  ],
  ['a term whose milestone is unknown', withTerm({ start: { milestone: 'paid' } }), ['DEF-10 term answer']],
  [
    'a term whose milestone comes only after it',
    withTerm({ start: { milestone: 'decided' } }),
    ['DEF-10 term answer'],
  ],
  [
    'a term that starts with an unknown stage',
    withTerm({ start: { stage: 'nowhere' } }),
    ['DEF-10 term answer'],
  ],
  ['a term that starts with a later term', withTerm({ start: { term: 'later' } }), ['DEF-10 term answer']],
  ['a fixed term without a date of its own', withTerm({ start: { fixed: true } }), ['DEF-11 term answer']],
  ['a term in an unknown stage', withTerm({ during: ['deciding', 'nowhere'] }), ['DEF-12 term answer']],
  ['reminders where the term does not run', withTerm({ remindsDuring: ['asking'] }), ['DEF-12 term answer']],
  ['a term that nothing meets', withTerm({ meets: 'asked' }), ['DEF-13 term answer']],
  [
    'a term that elapses into nothing',
    withTerm({ meets: 'all', onLapse: 'elapses' }),
    ['DEF-13 term answer'],
  ],
  [
    'classes that do not ascend',
    amounts([
      { upTo: 20_000, cents: 2 },
      { upTo: 5_000, cents: 1 },
      { upTo: null, cents: 3 },
    ]),
    ['DEF-14 amounts'],
  ],
  ['a last class with an upper bound', amounts([{ upTo: 5_000, cents: 1 }]), ['DEF-14 amounts']],
  ['a term without an amount', withTerm({ rule: { ...answer.rule, amount: 0 } }), ['DEF-15 term answer']],
  [
    'a term with an hour that is none',
    withTerm({ rule: { ...answer.rule, cutOff: '24:00' } }),
    ['DEF-15 term answer'],
  ],
  [
    'a fixed date that does not exist',
    withTerm({ start: { fixed: true }, rule: { ...answer.rule, unit: 'fixed', date: '2024-02-30' } }),
    ['DEF-15 term answer'],
  ],
  [
    'a milestone that no outcome settles',
    withStages(
      {
        ...asking,
        requirements: [milestone('asked', [{ code: 'talk', label: 'Parliamone', settles: false }])],
      },
      deciding,
      over,
    ),
    ['DEF-16 stage asking'],
  ],
  [
    'a term that starts with a date nobody asks for',
    withTerm({ start: { milestone: 'asked', field: 'contractDate' } }),
    ['DEF-18 term answer'],
  ],
  [
    'a term that never starts before an unknown milestone',
    withTerm({ start: { milestone: 'asked', notBefore: 'decree' } }),
    ['DEF-18 term answer'],
  ],
  [
    'a milestone that may not lie before a date nobody asks for',
    withStages(
      { ...asking, requirements: [{ ...milestone('asked'), notBefore: { field: 'day', unless: 'act' } }] },
      deciding,
      over,
    ),
    ['DEF-19 stage asking'],
  ],
  [
    'a usual time from a milestone that nobody records',
    withStages(
      {
        ...asking,
        usual: { since: 'sent', until: 'asked', words: '{median}', from: 3, median: 2, to: 4, source },
      },
      deciding,
      over,
    ),
    ['DEF-21 stage asking', 'DEF-21 stage asking'],
  ],
  [
    'a sentence with a place that nothing fills',
    withStages({ ...asking, sentence: 'Inviata {when}.' }, deciding, over),
    ['DEF-23 stage asking'],
  ],
  ['a quorum larger than its approvers', approval({ rule: { quorum: 3 } }), ['DEF-17 stage asking']],
  ['an approver named twice', approval({ approvers: ['rup', 'rup'] }), ['DEF-17 stage asking']],
];

test.each(broken)('%s is a fault', (_name, definition, faults) => {
  expect(faultsOf(definition)).toEqual(faults);
});

test('an interrupt that leads to an unknown stage is a fault, and so is one without a hour in its term', () => {
  const [clarification] = send.interrupts;
  const { term } = clarification ?? {};
  const interrupts = [
    {
      ...clarification!,
      closes: [{ milestone: milestone('answered'), to: 'nowhere' }],
      term: { ...term!, rule: { ...term!.rule, cutOff: '' } },
    },
  ];
  expect(faultsOf({ ...small, interrupts })).toEqual(['DEF-02 interrupts', 'DEF-15 term clarificationEnd']);
});

test('a re-admission that restarts a term where it does not run, or gives it no date, is a fault', () => {
  const [withdrawal] = send.interrupts.filter((each) => each.id === 'withdrawal');
  const restarts = { term: 'answer', until: 'newEnd' };
  const closing = (to: string, required: boolean) => [
    {
      ...withdrawal!,
      closes: [
        {
          milestone: {
            ...milestone('readmitted'),
            fields: [{ name: 'newEnd', label: 'Nuovo termine', type: 'date' as const, required }],
          },
          to,
          restarts,
        },
      ],
    },
  ];
  expect(faultsOf({ ...small, interrupts: closing('deciding', true) })).toEqual([]);
  expect(faultsOf({ ...small, interrupts: closing('deciding', false) })).toEqual([
    'DEF-22 interrupt withdrawal',
  ]);
  expect(faultsOf({ ...small, interrupts: closing('asking', true) })).toEqual([
    'DEF-22 interrupt withdrawal',
  ]);
});

test('a term may start with the milestone of an interrupt that leads to where it runs', () => {
  const [withdrawal] = send.interrupts.filter((each) => each.id === 'withdrawal');
  const readmission = { ...withdrawal!, closes: [{ milestone: milestone('readmitted'), to: 'deciding' }] };
  const terms = [{ ...answer, start: { milestone: 'readmitted' } }];
  expect(faultsOf({ ...small, interrupts: [readmission], terms })).toEqual([]);
  expect(faultsOf({ ...small, terms })).toEqual(['DEF-10 term answer']);
});

function amounts(classes: CallDefinition['amounts']['classes']): CallDefinition {
  return { ...small, amounts: { ...small.amounts, classes } };
}

test('a field that goes with an outcome names one that its milestone has', () => {
  const asks = (forOutcome: string) => ({
    ...small,
    stages: small.stages.map((stage) => ({
      ...stage,
      requirements: stage.requirements.map((each) =>
        each.kind === 'milestone' && each.outcomes !== undefined
          ? {
              ...each,
              fields: [{ name: 'why', label: 'Perché', type: 'text' as const, required: false, forOutcome }],
            }
          : each,
      ),
    })),
  });
  const [known = ''] = small.stages
    .flatMap((stage) => stage.requirements)
    .flatMap((each) => (each.kind === 'milestone' ? (each.outcomes ?? []) : []))
    .map((each) => each.code);
  expect(faultsOf(asks(known))).toEqual([]);
  expect(faultsOf(asks('never'))).toEqual([expect.stringMatching(/^DEF-24 stage /)]);
});

test('only an amount in cents is money of a kind', () => {
  const asks = (type: 'cents' | 'number') => ({
    ...small,
    stages: small.stages.map((stage) => ({
      ...stage,
      requirements: stage.requirements.map((each) =>
        each.kind === 'milestone' && each.id === 'asked'
          ? {
              ...each,
              fields: [{ name: 'sum', label: 'Importo', type, required: true, money: 'granted' as const }],
            }
          : each,
      ),
    })),
  });
  expect(faultsOf(asks('cents'))).toEqual([]);
  expect(faultsOf(asks('number'))).toEqual(['DEF-25 requirement asked']);
});

test('what is fatal when owed is looked at, a loop asks for an act, an implied act comes before', () => {
  const paper = (id: string, review: boolean): RequirementDefinition => {
    const ifOwed = { weight: 'fatal' as const, source };
    return { kind: 'document', id, label: id, place: 'here', from: ['referent'], review, ifOwed };
  };
  const withPaper = (review: boolean) =>
    withStages({ ...asking, requirements: [milestone('asked'), paper('deed', review)] }, deciding, over);
  expect(faultsOf(withPaper(true))).toEqual([]);
  expect(faultsOf(withPaper(false))).toEqual(['DEF-30 requirement deed']);

  const back = stage('back', {
    requirements: [paper('again', true)],
    exits: [{ when: 'done', to: 'forth' }],
  });
  const forth = stage('forth', {
    requirements: [paper('more', true)],
    exits: [
      { when: 'done', to: 'back' },
      { when: 'yes', to: 'deciding' },
    ],
  });
  const round = withStages({ ...asking, exits: [{ when: 'done', to: 'back' }] }, back, forth, deciding, over);
  expect(faultsOf(round)).toEqual(expect.arrayContaining(['DEF-27 stage back', 'DEF-27 stage forth']));

  const implying = (id: string) =>
    withStages(
      asking,
      {
        ...deciding,
        requirements: deciding.requirements.map((each) => ({ ...each, implies: [id] }) as typeof each),
      },
      over,
    );
  expect(faultsOf(implying('asked'))).toEqual([]);
  expect(faultsOf(implying('decided'))).toEqual(['DEF-28 requirement decided']);
  expect(faultsOf(implying('nothing'))).toEqual(['DEF-28 requirement decided']);
});
