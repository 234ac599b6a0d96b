import type { FactRequest } from '#contracts/fact-request.js';
import type { ApplicationPage, MilestoneForm } from '#contracts/application-page.js';
import { codeIn } from '#domain/call/field-code.js';
import { fieldsFor } from '#domain/call/requirement.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Channel } from '#domain/fact/fact.js';
import { parseEuro } from '#domain/money/money.js';
import { dayInWords } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';

const say = words.record;

/** What stands in a form, as it is typed. */
export interface RecordValues {
  outcome: string | null;
  data: Record<string, string>;
  when: 'now' | 'other';
  date: string;
  time: string;
  /** Of the office: how it got it, from whom, on which day. */
  channel: '' | Channel | null;
  from: string;
  received: string;
  note: string;
  /** Id of the document that proves it, and its name. */
  proof: string;
  proofName: string;
}

export function emptyRecord(form: MilestoneForm, { cup, on }: ApplicationPage): RecordValues {
  const asksCup = form.fields.some((each) => each.type === 'cup');
  return {
    outcome: form.outcomes.length === 1 ? (form.outcomes[0]?.code ?? '') : '',
    data: Object.fromEntries(
      form.fields.map(({ name, type }) => [name, type === 'cup' && asksCup && cup !== null ? cup : '']),
    ),
    when: 'now',
    date: '',
    time: '',
    channel: '',
    from: '',
    received: on,
    note: '',
    proof: '',
    proofName: '',
  };
}

/** A fault of a form: where, by the id of the field, and what to do. */
export interface Fault {
  field: string;
  message: string;
}

/** Nothing is chosen: radio buttons that were only visited hold null. */
function isOpen(choice: string | null): boolean {
  return choice === null || choice === '';
}

/** Id of a field in the page. */
export const fieldId = (name: string) => `campo-${name}`;

/** What can be said of a form before it is sent. */
export function faultsOf(
  form: MilestoneForm,
  values: RecordValues,
  { on, office }: { on: string; office: boolean },
): Fault[] {
  const faults: Fault[] = [];
  const add = (name: string, message: string) => faults.push({ field: fieldId(name), message });
  if (form.outcomes.length > 0 && isOpen(values.outcome)) add('outcome', say.missing.outcome);
  for (const field of fieldsFor(form.fields, values.outcome)) {
    const value = (values.data[field.name] ?? '').trim();
    if (value === '') {
      if (field.required) add(field.name, say.missing.field(field.label));
    } else if (codeIn(field, value) !== undefined) {
      const problem = codeIn(field, value)?.problem;
      if (problem !== undefined) add(field.name, `${problem.message} (${problem.code})`);
    } else if (field.type === 'cents' && parseEuro(value) === undefined) {
      add(field.name, say.wrong.cents(field.label));
    } else if (field.type === 'number' && !/^\d{1,12}$/.test(value)) {
      add(field.name, say.wrong.number(field.label));
    } else if (field.type === 'date' && field.notBefore !== undefined && value < field.notBefore) {
      add(field.name, say.wrong.early(field.label, dayInWords(field.notBefore, on)));
    }
  }
  if (values.when === 'other' && values.date === '') add('date', say.missing.date);
  if (values.when === 'other' && values.date > on) add('date', say.wrong.future);
  if (office && isOpen(values.channel)) add('channel', say.missing.channel);
  const declared = values.when === 'other' && !office;
  if ((form.proof || declared) && values.proof === '') {
    add('proof', form.proof ? say.missing.proof : say.missing.proofOfDay);
  }
  return faults;
}

/** The fact that the form puts on record. */
export function requestOf(
  form: MilestoneForm,
  values: RecordValues,
  { office }: { office: boolean },
): Extract<FactRequest, { type: 'milestone.recorded' }> {
  const detail = {
    ...(values.note.trim() === '' ? {} : { note: values.note.trim() }),
    ...(office && values.from.trim() !== '' ? { receivedFrom: values.from.trim() } : {}),
    ...(office && values.received !== '' ? { receivedOn: values.received } : {}),
  };
  return {
    ...form.acting,
    type: 'milestone.recorded',
    channel: office && !isOpen(values.channel) ? (values.channel as 'web') : 'web',
    ...(values.when === 'now'
      ? {}
      : {
          legalDate: values.date as LocalDate,
          ...(values.time === '' ? {} : { legalTime: `${values.time}:00` }),
        }),
    ...(Object.keys(detail).length === 0 ? {} : { detail }),
    body: {
      milestone: form.milestone,
      ...(isOpen(values.outcome) ? {} : { outcome: values.outcome ?? '' }),
      data: typedData(fieldsFor(form.fields, values.outcome), values.data),
      ...(values.proof === '' ? {} : { proof: values.proof }),
    },
  };
}

/** Cents and numbers as numbers, a code without what people put between its characters; nothing of what was left empty. */
export function typedData(
  fields: readonly { name: string; type: MilestoneForm['fields'][number]['type'] }[],
  typed: Record<string, string>,
): Record<string, string | number> {
  return Object.fromEntries(
    fields.flatMap(({ name, type }) => {
      const value = (typed[name] ?? '').trim();
      if (value === '') return [];
      if (type === 'cents') return [[name, parseEuro(value) ?? value]];
      if (type === 'number') return [[name, Number(value)]];
      return [[name, codeIn({ name, type }, value)?.normalized ?? value]];
    }),
  );
}
