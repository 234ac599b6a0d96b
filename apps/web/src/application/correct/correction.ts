import type { FactRequest } from '#contracts/application.js';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { HistoryLine } from '#contracts/history.js';
import { checkCup } from '#domain/cup/cup.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { FieldDefinition } from '#domain/call/definition.js';
import { parseEuro } from '#domain/money/money.js';
import { words } from '../../words/index.js';
import { type Fault, fieldId, typedData } from '../form/record-values.js';

const say = words.correct;

export interface CorrectionValues {
  how: 'correct' | 'void';
  date: string;
  time: string;
  data: Record<string, string>;
  reason: string;
}

interface MilestoneBody {
  milestone: string;
  outcome?: string;
  data: Record<string, string | number>;
  proof?: string;
}

/** The fields of what was recorded, as the page knows them; a fact that is no milestone has none. */
export function fieldsOf({ type, body }: HistoryLine, { values }: ApplicationPage): FieldDefinition[] {
  if (type !== 'milestone.recorded') return [];
  return Object.keys((body as MilestoneBody).data).map((name) => {
    const known = values.find((each) => each.name === name);
    return {
      name,
      label: known?.label ?? name,
      // A choice is not chosen anew here: its codes are not known to the page.
      type: known === undefined || known.type === 'choice' ? 'text' : known.type,
      required: true,
    };
  });
}

export function emptyCorrection(old: HistoryLine, page: ApplicationPage): CorrectionValues {
  const milestone = old.type === 'milestone.recorded';
  const data = milestone ? (old.body as MilestoneBody).data : {};
  return {
    how: milestone ? 'correct' : 'void',
    date: old.legalDate,
    time: old.legalTime ?? '',
    data: Object.fromEntries(
      fieldsOf(old, page).map(({ name, type }) => [name, typed(data[name] ?? '', type)]),
    ),
    reason: '',
  };
}

/** Cents as people type them: "23147,00". */
function typed(value: string | number, type: FieldDefinition['type']): string {
  return type === 'cents' && typeof value === 'number'
    ? (value / 100).toFixed(2).replace('.', ',')
    : String(value);
}

export function faultsOf(
  { how, date, data, reason }: CorrectionValues,
  fields: readonly FieldDefinition[],
  on: string,
): Fault[] {
  const faults: Fault[] = [];
  const add = (name: string, message: string) => faults.push({ field: fieldId(name), message });
  if (how === 'correct') {
    if (date === '') add('date', words.record.missing.date);
    if (date > on) add('date', words.record.wrong.future);
    for (const { name, label, type } of fields) {
      const value = (data[name] ?? '').trim();
      if (value === '') add(name, words.record.missing.field(label));
      else if (type === 'cents' && parseEuro(value) === undefined) add(name, words.record.wrong.cents(label));
      else if (type === 'cup') {
        const [problem] = checkCup(value, { latestYear: Number(on.slice(0, 4)) }).problems;
        if (problem !== undefined) add(name, `${problem.message} (${problem.code})`);
      }
    }
  }
  if (reason.trim() === '') add('reason', say.reasonMissing);
  return faults;
}

/** The fact that puts the old one right. */
export function correctionOf(
  old: HistoryLine,
  { how, date, time, data, reason }: CorrectionValues,
  page: ApplicationPage,
): FactRequest {
  const acting = page.may.correct;
  if (acting === undefined) throw new Error('nobody may correct here');
  if (how === 'void') {
    return {
      ...acting,
      type: 'fact.voided',
      channel: 'web',
      corrects: old.id,
      body: { reason: reason.trim() },
    };
  }
  const { milestone, outcome, proof } = old.body as MilestoneBody;
  return {
    ...acting,
    type: 'milestone.recorded',
    channel: old.channel as 'web',
    corrects: old.id,
    legalDate: date as LocalDate,
    ...(time === '' ? {} : { legalTime: time.length === 5 ? `${time}:00` : time }),
    detail: { reason: reason.trim() },
    body: {
      milestone,
      ...(outcome === undefined ? {} : { outcome }),
      ...(proof === undefined ? {} : { proof }),
      data: typedData(fieldsOf(old, page), data),
    },
  };
}
