import type { FactRequest } from '#contracts/fact-request.js';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { HistoryLine } from '#contracts/history.js';
import { codeIn } from '#domain/call/field-code.js';
import { fieldsFor } from '#domain/call/requirement.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { FieldDefinition } from '#domain/call/requirement.js';
import { parseEuro } from '#domain/money/money.js';
import { words } from '../../../words/index.js';
import { type Fault, fieldId, typedData } from '../../../parts/application/form/record-values.js';

const say = words.correct;

export interface CorrectionValues {
  how: 'correct' | 'void';
  date: string;
  time: string;
  /** Radio buttons that were only visited hold null. */
  outcome: string | null;
  data: Record<string, string>;
  reason: string;
}

/** What may be said of the fact that is put right. */
export type Asked = NonNullable<HistoryLine['asks']>;

export const NOTHING_ASKED: Asked = { outcomes: [], fields: [] };

interface MilestoneBody {
  milestone: string;
  outcome?: string;
  data: Record<string, string | number>;
  proof?: string;
}

/** What starts as it stands in the wrong fact; one that is no milestone can only be voided. */
export function emptyCorrection({ body, legalDate, legalTime = '', asks }: HistoryLine): CorrectionValues {
  const { outcome = '', data = {} } = asks === undefined ? {} : (body as MilestoneBody);
  return {
    how: asks === undefined ? 'void' : 'correct',
    date: legalDate,
    time: legalTime,
    outcome,
    data: Object.fromEntries(
      (asks?.fields ?? []).map(({ name, type }) => [name, typed(data[name] ?? '', type)]),
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
  { how, date, outcome, data, reason }: CorrectionValues,
  { outcomes, fields }: Asked,
  on: string,
): Fault[] {
  const faults: Fault[] = [];
  const add = (name: string, message: string) => faults.push({ field: fieldId(name), message });
  if (how === 'correct') {
    if (date === '') add('date', words.record.missing.date);
    if (date > on) add('date', words.record.wrong.future);
    if (outcomes.length > 0 && (outcome ?? '') === '') add('outcome', words.record.missing.outcome);
    for (const { name, label, type, required } of fields) {
      const value = (data[name] ?? '').trim();
      if (value === '') {
        if (required) add(name, words.record.missing.field(label));
        continue;
      }
      if (type === 'cents' && parseEuro(value) === undefined) add(name, words.record.wrong.cents(label));
      const problem = codeIn({ name, type }, value)?.problem;
      if (problem !== undefined) add(name, `${problem.message} (${problem.code})`);
    }
  }
  if (reason.trim() === '') add('reason', say.reasonMissing);
  return faults;
}

/** The fact that puts the old one right. */
export function correctionOf(
  old: HistoryLine,
  { how, date, time, outcome, data, reason }: CorrectionValues,
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
  const { milestone, proof } = old.body as MilestoneBody;
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
      ...((outcome ?? '') === '' ? {} : { outcome: outcome ?? '' }),
      ...(proof === undefined ? {} : { proof }),
      data: typedData(fieldsFor(old.asks?.fields ?? [], outcome), data),
    },
  };
}
