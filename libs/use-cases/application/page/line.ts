import type { ApplicationLine } from '#contracts/desk.js';
import type { Case } from '#domain/application/case/case.js';
import { cupOf } from '#domain/application/case/cup-of.js';
import type { Wait } from '#domain/application/explain/explain.js';
import type { LocalMoment } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import type { CaseFile } from '#use-cases/ports/case-files.js';
import { applicationLine } from '../../desk/application-line.js';
import { Who } from '#domain/desk/who.js';

/** The line of an application as lists show it, from its file: the page tells the same, folded anew. */
export function lineOf(file: CaseFile, theCase: Case, wait: Wait, at: LocalMoment): ApplicationLine {
  const { definition, people, call, applicant } = file;
  const { title, shortTitle, measure, platform, id, version } = definition;
  const named = [...file.names].map(
    ([person, { name, phone }]) => [person, { name, phone: phone ?? null }] as const,
  );
  const { unionBody, memberships, absences } = people;
  const who = new Who(
    { people: new Map(named), memberships, absences },
    { unionBody, phones: true, today: at.date },
  );
  return applicationLine(
    {
      id: file.id,
      number: file.number,
      slug: file.slug,
      call: { ...call, title, shortTitle, measure, platform: platform.name, definition: { id, version } },
      applicant: { id: applicant.id, name: applicant.name },
      participants: file.participants,
      stage: theCase.stage.id,
      label: theCase.stage.label,
      upTo: wait.upTo,
      state: wait.state,
      ended: theCase.ended,
      cup: cupOf([...file.streams.application]) ?? null,
      updating: file.seenCallSeq < file.callSeq,
      glance: glanceOf(theCase, file.streams.application, wait),
    },
    who,
    at,
  );
}
