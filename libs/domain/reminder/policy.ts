import type { Role } from '#domain/people/role.js';
import type { ReminderStep, ReminderType } from './reminder-step.js';

/** From where a step is counted; `known` is the moment at which the engine learned of the term. */
export type When =
  | { from: 'known' }
  | { from: 'half' }
  | { from: Anchor; days: number; years?: number }
  | { from: Anchor; workingDays: number };

/** `inner`: the date by which the comune must be ready, ten working days before the call's safe end. */
export type Anchor = 'start' | 'safeEnd' | 'inner' | 'contractEnd';

/** One line of the policy, before it is laid on the days of a term. */
export interface PolicyStep {
  step: string;
  when: When;
  /** HH:MM in Europe/Rome. */
  time: string;
  kind: ReminderStep['kind'];
  /** `asked` and `substitute` are filled from the input; `signer` is the mayor, only when he is among those asked. */
  to: (Role | 'asked' | 'substitute' | 'signer')[];
  tone: ReminderStep['tone'];
  /** The first thing people hear of the term: known too late, it goes at once instead of being dropped. */
  first?: true;
  /** Goes alone and at once, outside the digest. */
  immediate?: true;
  /** Known too late, it goes with the next hour of the day: who can still save the money must hear of it. */
  late?: true;
  /** One of the hours of a peremptory last day, which stay apart on the same day. */
  hour?: true;
  /** A step that would fall after the work-by date: dropped, or pulled back to it. */
  past?: 'drop' | 'pull';
  /** It may come after the official end; all others must come before. */
  afterEnd?: true;
  /** A question that was answered is not asked again. */
  again?: true;
}

/** The digest of everybody but the union's officers, whose digest is a quarter of an hour earlier. */
export const MORNING = '08:00';
export const OFFICE_MORNING = '07:45';

/** Working days between the comune's inner date and the call's safe end: the signature kit (policy, row C). */
export const INNER_WORKING_DAYS = 10;

type Options = Partial<Omit<PolicyStep, 'step' | 'when' | 'to' | 'tone'>>;
type To = PolicyStep['to'];
type Tone = PolicyStep['tone'];

function step(name: string, when: When, to: To, tone: Tone, options: Options = {}): PolicyStep {
  return { step: name, when, to, tone, time: MORNING, kind: 'reminder', ...options };
}

function escalation(
  name: string,
  when: When,
  to: PolicyStep['to'][number],
  options: Options = {},
): PolicyStep {
  return step(`${name}.${to}`, when, [to], 3, { kind: 'escalation', ...options });
}

function officeCall(name: string, when: When, options: Options = {}): PolicyStep {
  return step(`${name}.office`, when, ['deskOfficer'], 3, {
    kind: 'officeCall',
    time: OFFICE_MORNING,
    ...options,
  });
}

const days = (from: Anchor, amount: number): When => ({ from, days: amount });
const workingDays = (from: Anchor, amount: number): When => ({ from, workingDays: amount });
const countdown = (first: number) => Array.from({ length: first }, (_, n) => first - n);

/** A: peremptory within ten days (CUP, clarifications). Every working day, three times on the last. */
const A_TO: To = ['referent', 'rup'];
const peremptory: PolicyStep[] = [
  step('start', { from: 'known' }, A_TO, 1, { first: true, immediate: true }),
  escalation('half', { from: 'half' }, 'secretary', { late: true }),
  ...countdown(10).map((n) => step(`-${n}`, workingDays('safeEnd', -n), A_TO, n > 2 ? 2 : 3)),
  escalation('-1', workingDays('safeEnd', -1), 'legalRepresentative', { late: true }),
  officeCall('-1', workingDays('safeEnd', -1), { late: true }),
  step('0', days('safeEnd', 0), A_TO, 3, { hour: true }),
  step('0T12', days('safeEnd', 0), A_TO, 3, { hour: true, time: '12:00' }),
  step('0T16', days('safeEnd', 0), A_TO, 3, { hour: true, time: '16:00' }),
];

/** B: sample check, twenty working days: days 0, 2, 5, 10, 15, 17-20 of the check, counted back from its safe end. */
const B_TO: To = ['rup', 'referent', 'accounts', 'secretary'];
const sampleCheck: PolicyStep[] = [
  step('start', { from: 'known' }, B_TO, 1, { first: true, immediate: true }),
  ...[18, 15, 10].map((n) => step(`-${n}`, workingDays('safeEnd', -n), B_TO, 2)),
  ...[5, 3, 2, 1, 0].map((n) => step(n === 0 ? '0' : `-${n}`, workingDays('safeEnd', -n), B_TO, 3)),
  escalation('-10', workingDays('safeEnd', -10), 'secretary'),
  escalation('-3', workingDays('safeEnd', -3), 'legalRepresentative'),
  ...[...countdown(20), 0].map((n) =>
    step(`-${n}.office`, workingDays('safeEnd', -n), ['deskOfficer'], 1, { time: OFFICE_MORNING }),
  ),
];

/** C: end of a call; first the comune's inner date, then the official one. */
const C_TO: To = ['referent', 'signer'];
const callEnd: PolicyStep[] = [
  step('inner-10', days('inner', -10), C_TO, 1, { first: true }),
  step('inner-5', days('inner', -5), C_TO, 2),
  step('inner-2', days('inner', -2), C_TO, 2),
  step('inner0', days('inner', 0), C_TO, 3),
  escalation('inner+3', workingDays('inner', 3), 'secretary'),
  ...[5, 3, 2, 1].map((n) => step(`-${n}`, days('safeEnd', -n), C_TO, 3)),
  step('0', days('safeEnd', 0), C_TO, 3, { hour: true }),
  step('0T12', days('safeEnd', 0), C_TO, 3, { hour: true, time: '12:00' }),
];

/** D: long terms (contract, completion). */
const D_TO: To = ['rup', 'referent'];
const longTerm: PolicyStep[] = [
  step('start', { from: 'known' }, D_TO, 1, { first: true }),
  step('half', { from: 'half' }, D_TO, 2),
  ...[60, 30].map((n) => step(`-${n}`, days('safeEnd', -n), D_TO, 2)),
  ...[15, 7, 3, 1].map((n) => step(`-${n}`, days('safeEnd', -n), D_TO, 3)),
  step('0', days('safeEnd', 0), D_TO, 3),
  escalation('-15', days('safeEnd', -15), 'secretary'),
  escalation('-7', days('safeEnd', -7), 'legalRepresentative'),
];

/** E: a paper asked by the office; after the third e-mail somebody telephones. */
const paper: PolicyStep[] = [
  step('-3', days('safeEnd', -3), ['asked'], 2, { first: true }),
  step('0', days('safeEnd', 0), ['asked'], 2),
  step('+2', workingDays('safeEnd', 2), ['asked'], 3, { afterEnd: true }),
  officeCall('+4', workingDays('safeEnd', 4), { afterEnd: true }),
];

/** F: yes or no to a call; silence is recorded as silence, so it ends with a telephone call. */
const F_TO: To = ['legalRepresentative', 'secretary'];
const yesOrNo: PolicyStep[] = [
  step('start', { from: 'known' }, F_TO, 1, { kind: 'invitation', first: true }),
  step('+4', workingDays('start', 4), F_TO, 2, { kind: 'invitation', past: 'drop', afterEnd: true }),
  step('+7', workingDays('start', 7), F_TO, 3, { kind: 'invitation', past: 'drop', afterEnd: true }),
  officeCall('+8', workingDays('start', 8), { past: 'pull', afterEnd: true }),
];

/** G: an approval inside; the substitute after four working days of silence. */
const approval: PolicyStep[] = [
  step('start', { from: 'known' }, ['asked'], 1, { kind: 'approvalAsked', first: true }),
  step('+2', workingDays('start', 2), ['asked'], 2, { kind: 'approvalAsked', afterEnd: true }),
  escalation('+4', workingDays('start', 4), 'substitute', { afterEnd: true }),
  officeCall('+6', workingDays('start', 6), { afterEnd: true }),
];

/** No call asks for longer; years past the end of the term are dropped. */
const MOST_YEARS = 10;
const yearAfterStart = (years: number, amount: number): When => ({ from: 'start', days: amount, years });

/** I: maintenance; one e-mail a year, repeated once, and two before a contract that ends too early. */
const maintenance: PolicyStep[] = [
  step('start', { from: 'known' }, ['referent'], 1, { first: true }),
  step('+15', days('start', 15), ['referent'], 2, { again: true, afterEnd: true }),
  ...Array.from({ length: MOST_YEARS }, (_, n) => n + 1).flatMap((n) => [
    step(`year${n}`, yearAfterStart(n, 0), ['referent'], 1),
    step(`year${n}+15`, yearAfterStart(n, 15), ['referent'], 2, { again: true }),
  ]),
  step('contract-120', days('contractEnd', -120), ['referent'], 2),
  step('contract-60', days('contractEnd', -60), ['referent'], 3),
];

/** The reminder policy of the union: who is told what and when, by type of term. Days may change, limits may not. */
export const POLICY: Record<ReminderType, readonly PolicyStep[]> = {
  A: peremptory,
  B: sampleCheck,
  C: callEnd,
  D: longTerm,
  E: paper,
  F: yesOrNo,
  G: approval,
  I: maintenance,
  none: [],
};

/** What was sent keeps the name of its step: this one counted to the comune's inner date. */
export function countsToInnerDate(step: string): boolean {
  return POLICY.C.some((each) => each.step === step && each.when.from === 'inner');
}

/** Asks once more what was asked at the beginning, or that year. */
export function isAskedAgain(type: ReminderType, step: string): boolean {
  return POLICY[type].some((each) => each.step === step && each.again === true);
}
