import { Link } from '@tanstack/react-router';
import type { MessageLine, MessageState } from '#contracts/messages.js';
import type { CsvValue } from '../../ui/csv.js';
import { atHour, hour, momentInWords, nearDay } from '../../ui/dates.js';
import type { Asked } from '../../ui/filters.js';
import type { Column } from '../../ui/list-table.js';
import { words } from '../../words/index.js';

const say = words.messages;

const what = (each: MessageLine) => (each.about === undefined ? each.label : `${each.label}: ${each.about}`);
const whole = (each: MessageLine) => `${each.applicant} · ${each.call}`;

/** Columns of messages in one state; what did not arrive has no table. */
export function columnsOf(state: MessageState, on: string): Column<MessageLine>[] {
  const when: Column<MessageLine> = {
    id: 'quando',
    label: say.columns.when,
    show: (each) => {
      const moment = state === 'sent' ? (each.mail?.sentAt ?? each.deliverAt) : each.deliverAt;
      if (state !== 'pending') return momentInWords(moment, on);
      if (each.mail?.state === 'sending') return say.sending;
      const [day = '', time = ''] = (each.goesAt ?? moment).split('T');
      if (each.goesAt !== undefined) return say.goes(nearDay(day, on), atHour(time));
      return say.slot(nearDay(day, on), hour(time));
    },
    csv: (each) => (each.goesAt ?? each.deliverAt).replace('T', ' '),
  };
  const person: Column<MessageLine> = {
    id: 'persona',
    label: say.columns.person,
    show: (each) => <PersonFilter person={each.person} />,
    csv: (each) => each.person.name,
  };
  const about: Column<MessageLine>[] = [
    { id: 'cosa', label: say.columns.what, show: what, csv: what },
    {
      id: 'candidatura',
      label: say.columns.about,
      show: (each) => (
        <Link to="/candidature/$application" params={{ application: each.application.slug }} preload={false}>
          {whole(each)}
        </Link>
      ),
      csv: whole,
    },
  ];
  const last: Partial<Record<MessageState, Column<MessageLine>>> = {
    sent: {
      id: 'email',
      label: say.columns.mail,
      show: (each) => (each.mail === undefined ? words.lists.none : <MailLink mail={each.mail} />),
      csv: (each) => each.mail?.subject ?? '',
    },
    skipped: {
      id: 'perche',
      label: say.columns.why,
      show: (each) => each.why ?? words.lists.none,
      csv: (each) => each.why ?? '',
    },
  };
  const more = last[state];
  return [when, person, ...about, ...(more === undefined ? [] : [more])];
}

/** The person of a line, as a filter. */
function PersonFilter({ person }: { person: MessageLine['person'] }) {
  return (
    <Link
      to="."
      search={((all: Asked) => ({ ...all, persona: person.id })) as never}
      aria-label={say.onlyPerson(person.name)}
      activeOptions={{ exact: true }}
      resetScroll={false}
    >
      {person.name}
    </Link>
  );
}

/** The mail over the page, at an address of its own. */
export function MailLink({ mail }: { mail: NonNullable<MessageLine['mail']> }) {
  return (
    <Link
      to="."
      search={((all: Asked) => ({ ...all, email: mail.id })) as never}
      aria-label={say.readLabel(mail.subject)}
      activeOptions={{ exact: true }}
      resetScroll={false}
    >
      {say.read}
    </Link>
  );
}

export function forExcel(messages: readonly MessageLine[]): { head: string[]; rows: () => CsvValue[][] } {
  const columns: { label: string; csv: (each: MessageLine) => CsvValue }[] = [
    {
      label: say.columns.when,
      csv: (each) => (each.mail?.sentAt ?? each.goesAt ?? each.deliverAt).replace('T', ' '),
    },
    { label: say.columns.person, csv: (each) => each.person.name },
    { label: say.columns.what, csv: what },
    { label: say.columns.about, csv: whole },
    { label: words.lists.columns.number, csv: (each) => each.application.number },
    { label: say.columns.subject, csv: (each) => each.mail?.subject ?? '' },
    { label: say.columns.why, csv: (each) => each.why ?? '' },
  ];
  return {
    head: columns.map((each) => each.label),
    rows: () => messages.map((each) => columns.map((column) => column.csv(each))),
  };
}
