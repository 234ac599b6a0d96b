import type { LocalDate } from '#domain/calendar/local-date.js';
import type { AskedOf } from '#domain/fact/asked-of.js';
import type { ApprovalTurn, Pressing } from '#domain/reminder/message-kinds.js';
import type { ReminderStep } from '#domain/reminder/reminder-step.js';
import type { RunningTerm } from '../case/running-term.js';

/** Steps of one thing people of one body are reminded of, for those who were last told of it on the same day. */
export interface ReminderPlan extends AskedOf, Pressing {
  /** In which their roles are held: the applicant, or the one of which it is asked. */
  body: string;
  steps: readonly ReminderStep[];
  /** Name of the thing and of the date told: every key begins with it. */
  name: string;
  term?: RunningTerm;
  /** Who may be told by this plan; everybody when absent. */
  isFor?: (person: string) => boolean;
  /** By person: a step before that day is not caught up. */
  notBefore?: ReadonlyMap<string, LocalDate>;
  /** All that the term asks waits for the office to look at it. */
  unlooked?: true;
  /** Of a go-ahead: whose turn it is. */
  turn?: ApprovalTurn;
}
