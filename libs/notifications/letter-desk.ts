import { attentionInWords } from '#domain/desk/attention.js';
import type { GlanceTerm } from '#domain/desk/glance.js';
import { moneyAtRisk, RISK_DAYS } from '#domain/desk/money-at-risk.js';
import { type AtPhone, phoneTasks } from '#domain/desk/phone.js';
import { signOf, urgentTerm } from '#domain/desk/sign.js';
import { sectionsOf } from '#domain/desk/today.js';
import { Who } from '#domain/desk/who.js';
import type { DeskRows, Letter } from '#use-cases/ports/letter-writer.js';
import type { Dates } from './mail-items.js';
import type { DeskPhone, DeskFailure, DeskLine, OfficeDesk } from './mail-view.js';

/** What the office's first page counts and lists, worked out by the same functions from the same rows. */
export function deskOf(desk: DeskRows, { now, pages }: Pick<Letter, 'now' | 'pages'>): OfficeDesk {
  const sections = sectionsOf(desk.applications, now);
  const line = (item: AtPhone) => lineOf(item, pages);
  return {
    atRiskCents: moneyAtRisk(desk.applications, now, RISK_DAYS).cents,
    todo: sections.now.flatMap(line),
    phone: phoneOf(desk, { now, pages }),
    failed: desk.undelivered.map(failureOf),
    week: sections.soon.filter(({ glance }) => signOf(glance, now) === 'week').flatMap(line),
  };
}

function lineOf(item: AtPhone, pages: string | undefined): DeskLine[] {
  const { glance } = item;
  const term = urgentTerm(glance);
  const attention = attentionInWords(glance);
  if (term === undefined && attention === undefined) return [];
  return [
    {
      comune: item.applicant.name,
      call: item.call.shortTitle,
      ...pageOf(item, pages),
      ...(attention === undefined ? {} : { attention }),
      missing: glance.asked
        .filter((each) => each.ours && each.interrupt === term?.interrupt && each.status !== 'inReview')
        .map((each) => each.label),
      ...(term === undefined ? {} : { dates: datesOf(term) }),
    },
  ];
}

function datesOf({ safeEnd, official, end, cutOff }: GlanceTerm): Dates {
  return { workBy: safeEnd, ...(official ? { end, cutOff } : {}) };
}

function phoneOf(desk: DeskRows, { now, pages }: Pick<Letter, 'now' | 'pages'>): DeskPhone[] {
  const who = new Who(desk.people, { unionBody: desk.unionBody, phones: true, today: now });
  return phoneTasks(desk.applications, desk.silences, who, now).map((task) => ({
    comune: task.applicant,
    call: task.call,
    ...pageOf(task.application, pages),
    sentence: task.sentence,
    ...(task.person === undefined ? {} : { whom: whomOf(task.person) }),
  }));
}

function whomOf({ name, roleInWords, phone }: { name: string; roleInWords: string; phone?: string }) {
  return {
    name,
    ...(roleInWords === '' ? {} : { role: roleInWords }),
    ...(phone === undefined ? {} : { phone }),
  };
}

function failureOf({ person, bodies, address, state }: DeskRows['undelivered'][number]): DeskFailure {
  return { name: person.name, bodies, address, dead: state === 'dead' };
}

function pageOf({ number }: { number: string }, pages: string | undefined): { page?: string } {
  return pages === undefined ? {} : { page: `${pages}/candidature/${number}` };
}
