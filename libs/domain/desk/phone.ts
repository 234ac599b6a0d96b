import type { LocalDate } from '#domain/calendar/local-date.js';
import { localAt } from '#domain/calendar/local-date.js';
import { type AskedOf, isOfSame, isSameThing, onlyOf } from '#domain/fact/asked-of.js';
import { inWords } from '#domain/calendar/words.js';
import { type Seat, seatsIn } from '#domain/people/seat.js';
import { type Asked, type Glance, type QuickAnswer, seatsNow } from './glance.js';
import { askToPhone, isStillSilent, type Silence } from './today.js';
import type { NamedPerson, Who } from './who.js';

/** An application, as whoever calls about it needs it. */
export interface AtPhone {
  id: string;
  slug: string;
  number: string;
  label: string;
  applicant: { id: string; name: string };
  call: { shortTitle: string };
  glance: Glance;
}

/** Somebody to be telephoned, and why. */
export interface PhoneTask {
  /** Names this reason to call; it is ticked off by a `talk.logged` about the same thing with outcome `reached`. */
  id: string;
  /** What the call is about, as `talk.logged` takes it. */
  about?: AskedOf & { term?: string; requirement?: string };
  application: { id: string; slug: string; number: string; label: string };
  applicant: string;
  /** Body of the applicant, on whose behalf what it promises is recorded. */
  applicantBody: string;
  call: string;
  person?: { id: string; name: string; roleInWords: string; phone?: string };
  /** `cannot`: pressed "Non ci riesco, chiamatemi"; `notMine`: "Non tocca a me"; `silent`: reminders without answer; `talk`: wants to talk; `funds`: the call's money is used up. */
  because: 'cannot' | 'notMine' | 'silent' | 'talk' | 'funds';
  /** One Italian sentence: since when, about what. */
  sentence: string;
  since: string;
}

/**
 * Whom the office telephones and why, who asked first. Somebody's own words come before a mere silence about the same
 * thing: one call is enough.
 */
export function phoneTasks(
  applications: readonly AtPhone[],
  silences: readonly Silence[],
  who: Who,
  today: LocalDate,
): PhoneTask[] {
  return applications
    .flatMap((stored) => {
      const asked = askedFor(stored, who, today);
      const mine = silences.filter(
        (each) => each.application === stored.id && isStillSilent(each, stored.glance),
      );
      const silent = mine
        .filter((each) => !asked.some(({ about }) => isSameReason(about, each)))
        .map((each) => silentTask(stored, each, who));
      return [...asked, ...silent];
    })
    .toSorted((a, b) => a.since.localeCompare(b.since) || a.applicant.localeCompare(b.applicant));
}

function isSameReason(about: PhoneTask['about'], { term, requirement, ...silence }: Silence): boolean {
  if (about === undefined || !isOfSame(about, silence)) return false;
  return requirement === undefined ? about.term === term?.id : about.requirement === requirement;
}

function askedFor(stored: AtPhone, who: Who, today: LocalDate): PhoneTask[] {
  const { glance } = stored;
  return askToPhone(glance, today).map((reason): PhoneTask => {
    if (reason.because === 'funds') {
      const sentence = `I fondi dell’avviso risultano esauriti (${reason.act}): decidete se andare avanti o chiudere la candidatura. Se qualcuno ti risponde, i promemoria riprendono.`;
      return taskOf(stored, 'funds', {}, reason.on, sentence, who.toPhone(seatsNow(stored), stored.id));
    }
    if (reason.because === 'talk') {
      const { requirement, on } = reason;
      const about = { requirement, ...onlyOf(reason) };
      const asked = glance.asked.find((each) => isSameThing(each, about));
      const seats = asked === undefined ? seatsNow(stored) : seatsOf(asked, stored);
      const sentence = `Vuole parlarne da ${inWords(on)}: ${labelOf(about, glance)}.`;
      return taskOf(stored, 'talk', about, on, sentence, who.toPhone(seats, stored.id));
    }
    const { about } = reason;
    const person = who.inBody(about.person, about.of ?? stored.applicant.id);
    return taskOf(
      stored,
      reason.because,
      aboutOf(about),
      about.on,
      answerInWords(about, glance, who),
      person,
    );
  });
}

function answerInWords(answer: QuickAnswer, glance: Glance, who: Who): string {
  const what = labelOf(aboutOf(answer), glance);
  const day = inWords(answer.on);
  if (answer.answer === 'cannot') return `Ha chiesto di essere chiamato ${day}: ${what}.`;
  const whose = who.nameOf(answer.suggests);
  return `Ha risposto «Non tocca a me» ${day}: ${what}.${whose === undefined ? '' : ` Indica ${whose}.`}`;
}

function silentTask(stored: AtPhone, { at, term, requirement, ...silence }: Silence, who: Who): PhoneTask {
  const { glance } = stored;
  const about = {
    ...onlyOf(silence),
    ...(term === undefined ? {} : { term: term.id }),
    ...(requirement === undefined ? {} : { requirement }),
  };
  const since = localAt(Date.parse(at)).date;
  const interrupt = glance.terms.find((each) => each.id === term?.id)?.interrupt;
  const asked =
    term === undefined
      ? glance.asked.filter((each) => each.requirement === requirement)
      : glance.asked.filter((each) => each.ours && each.interrupt === interrupt);
  const seats = asked.filter((each) => isOfSame(each, silence)).flatMap((each) => seatsOf(each, stored));
  const sentence = `Nessuna risposta ai promemoria, da ${inWords(since)}: ${labelOf(about, glance)}.`;
  return taskOf(stored, 'silent', about, since, sentence, who.toPhone(seats, stored.id));
}

/** Whom a thing is up to. */
function seatsOf({ of, upTo }: Asked, { applicant }: AtPhone): Seat[] {
  return seatsIn(of ?? applicant.id, upTo);
}

function aboutOf({ term, requirement, ...answer }: QuickAnswer): NonNullable<PhoneTask['about']> {
  return {
    ...onlyOf(answer),
    ...(term === undefined ? {} : { term }),
    ...(requirement === undefined ? {} : { requirement }),
  };
}

function labelOf({ term, requirement }: NonNullable<PhoneTask['about']>, { asked, terms }: Glance): string {
  const thing = asked.find((each) => each.requirement === requirement)?.label;
  return thing ?? terms.find((each) => each.id === term)?.label ?? asked[0]?.label ?? 'la candidatura';
}

function taskOf(
  stored: AtPhone,
  because: PhoneTask['because'],
  about: NonNullable<PhoneTask['about']>,
  since: string,
  sentence: string,
  person: NamedPerson | undefined,
): PhoneTask {
  const { id, slug, number, label } = stored;
  const thing = about.requirement ?? about.term ?? '';
  return {
    id: `${id}/${because}/${thing}${about.of === undefined ? '' : `/of/${about.of}`}/${person?.id ?? ''}`,
    ...(Object.keys(about).length === 0 ? {} : { about }),
    application: { id, slug, number, label },
    applicant: stored.applicant.name,
    applicantBody: stored.applicant.id,
    call: stored.call.shortTitle,
    ...(person === undefined ? {} : { person }),
    because,
    sentence,
    since,
  };
}
