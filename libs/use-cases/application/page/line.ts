import type { ApplicationLine, AmountWord, WhoLine } from '#contracts/desk.js';
import { type Case, nextEnd, waitsOutsideSince } from '#domain/application/case.js';
import { cupOf } from '#domain/application/cup-findings.js';
import type { Wait } from '#domain/application/explain.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { nextWorkingDay } from '#domain/calendar/working-day.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Sign } from '#domain/desk/sign.js';
import { holders } from '#domain/people/assignment.js';
import { roleInWords } from '#domain/people/role-words.js';
import { isUnionRole } from '#domain/people/role.js';
import type { CaseFile } from '#use-cases/ports/case-files.js';

/** The line of an application, from its file. */
export function lineOf(file: CaseFile, theCase: Case, wait: Wait, today: LocalDate): ApplicationLine {
  const { definition, applicant, call } = file;
  const term = nextEnd(theCase.terms);
  const { title, shortTitle, measure, opening } = definition;
  const callSlug = slugOf(`${shortTitle} ${opening.slice(0, 4)}`);
  const again = file.attempt > 1 ? ` ${file.attempt}` : '';
  return {
    id: file.id,
    number: file.number,
    slug: slugOf(`${applicant.name} ${shortTitle} ${opening.slice(0, 4)}${again}`),
    call: { id: call.id, number: call.number, slug: callSlug, title, shortTitle, measure },
    applicant,
    participants: file.participants,
    ...amountOf(file, theCase),
    stage: theCase.stage.id,
    label: theCase.stage.label,
    sign: signOf(theCase, today),
    overlays: theCase.overlays.map((each) => overlayInWords(each, definition)),
    ended: theCase.ended,
    party: (theCase.open.at(-1)?.definition ?? theCase.stage).party,
    upTo: wait.upTo,
    who: whoOf(file, theCase, today),
    workBy: term?.term.safeEnd ?? null,
    end: term?.term.end ?? null,
    cutOff: term?.term.cutOff ?? null,
    missing: theCase.missing.map((each) => each.requirement.label),
    sentence: wait.sentence,
    cup: cupOf([...file.streams.application]) ?? null,
    updating: file.seenCallSeq < file.callSeq,
  };
}

/** "Castelluccio Superiore SEND 2024" is "castelluccio-superiore-send-2024". */
function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function amountOf(file: CaseFile, { values, path }: Case): { amountCents: number; amountWord: AmountWord } {
  const of = (name: string) => (typeof values[name] === 'number' ? values[name] : undefined);
  const paid = of('paidCents');
  if (paid !== undefined) return { amountCents: paid, amountWord: 'collected' };
  const decreed = of('decreedCents');
  if (decreed !== undefined) return { amountCents: decreed, amountWord: 'decreed' };
  const sent = path.some(({ stage, left }) => stage.wait === 'officialAct' && left !== undefined);
  return { amountCents: file.amountCents, amountWord: sent ? 'requested' : 'estimated' };
}

function overlayInWords(id: string, definition: CallDefinition): string {
  if (id === 'suspended') return 'Sospesa';
  if (id === 'termPassed') return 'Termine passato: rimedio possibile';
  return definition.interrupts.find((each) => each.id === id)?.label ?? id;
}

function signOf(theCase: Case, today: LocalDate): Sign {
  if (theCase.ended) {
    const came = theCase.path.at(-2)?.left?.outcome;
    return theCase.closed === undefined && came === 'done' ? 'done' : 'closed';
  }
  if (theCase.overlays.includes('suspended')) return 'suspended';
  if (waitsOutsideSince(theCase) !== undefined) return 'waiting';
  const by = nextEnd(theCase.terms)?.term.safeEnd;
  if (theCase.overlays.includes('termPassed') || (by !== undefined && by < today)) return 'late';
  if (by === today) return 'today';
  let week = today;
  for (let n = 0; n < 5; n += 1) week = nextWorkingDay(week);
  return by !== undefined && by <= week ? 'week' : 'onTime';
}

/** The people behind the roles of what is missing; nobody while an outside body is waited for. */
function whoOf({ people, names }: CaseFile, theCase: Case, today: LocalDate): WhoLine[] {
  if (theCase.ended || waitsOutsideSince(theCase) !== undefined) return [];
  const roles = [...new Set(theCase.missing.flatMap((each) => each.upTo))];
  const held = roles.flatMap((role) => {
    const body = isUnionRole(role) ? people.unionBody : people.applicant;
    const { application } = people;
    return holders(role, application === undefined ? { body } : { body, application }, today, people);
  });
  return held
    .filter((each) => each.substituteFor === undefined)
    .flatMap(({ person, role }) => {
      const named = names.get(person);
      if (named === undefined) return [];
      const away = named.away.some((each) => each.from <= today && today <= each.to);
      const stand = names.get(held.find((each) => each.substituteFor === person)?.person ?? '')?.name;
      return [
        {
          name: named.name,
          role,
          roleInWords: roleInWords(role),
          away,
          ...(away && stand !== undefined
            ? { substitute: { name: stand, roleInWords: roleInWords(role) } }
            : {}),
          ...(named.phone === undefined ? {} : { phone: named.phone }),
        },
      ];
    });
}
