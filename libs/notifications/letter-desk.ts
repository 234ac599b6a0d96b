import type { LocalDate } from '#domain/calendar/local-date.js';
import { addWorkingDays } from '#domain/calendar/working-day.js';
import { moneyAtRisk, RISK_DAYS } from '#domain/desk/money-at-risk.js';
import { urgentTerm } from '#domain/desk/sign.js';
import { sectionsOf } from '#domain/desk/today.js';
import type { DeskItem, Letter } from '#use-cases/ports/letter-writer.js';
import type { DeskLine, OfficeDesk } from './mail-view.js';

/** Working days that are "this week". */
const WEEK = 5;

/** What the office's first page counts and lists, worked out by the same functions from the same rows. */
export function deskOf({ desk = [], now, pages }: Letter): OfficeDesk {
  const sections = sectionsOf(desk, now);
  const line = (item: DeskItem) => lineOf(item, pages);
  return {
    atRiskCents: moneyAtRisk(desk, now, RISK_DAYS).cents,
    todo: sections.now.flatMap(line),
    week: sections.soon.flatMap(line).filter(({ workBy }) => workBy <= lastOfWeek(now)),
  };
}

function lineOf({ number, comune, call, glance }: DeskItem, pages: string | undefined): DeskLine[] {
  const term = urgentTerm(glance);
  if (term === undefined) return [];
  return [
    {
      comune,
      call,
      ...(pages === undefined ? {} : { page: `${pages}/candidature/${number}` }),
      missing: glance.asked
        .filter((each) => each.ours && each.interrupt === term.interrupt)
        .map((each) => each.label),
      workBy: term.safeEnd,
      ...(term.official ? { end: term.end, cutOff: term.cutOff } : {}),
    },
  ];
}

function lastOfWeek(now: LocalDate): LocalDate {
  return addWorkingDays(now, WEEK);
}
