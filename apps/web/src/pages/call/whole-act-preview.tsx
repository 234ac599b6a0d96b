import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatEuro } from '#domain/money/money.js';
import { isTouched } from '#domain/simulation/touched.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { Table } from '../../ui/table.js';
import { words } from '../../words/index.js';
import { type Act, type Move, type Previewing, record } from './act.js';
import { ActRefused } from './act-refused.js';
import { ActDone, MailsOf, PreviewWays, ToldTo } from './act-told.js';

const say = words.call.preview;

/** What an act about the call as a whole would do to its applications, and the one press that does it. */
export function WholeActPreview({
  call,
  act,
  acting,
  looked: { typed, preview, ifMatch },
  change,
  again,
  close,
}: Previewing<Exclude<Act, Move>>) {
  const [once] = useState(() => crypto.randomUUID());
  const recording = useMutation<unknown, Problem>({
    mutationFn: () => record(act, { call, acting, typed }, { once, ifMatch }),
  });
  if (recording.isSuccess) {
    return <ActDone close={close}>{words.call.results[act]}</ActDone>;
  }
  const touched = preview.applications.filter((each) => isTouched(each));
  const { cancelled, planned } = preview.mails;
  return (
    <>
      <h3>{say.title}</h3>
      <p>
        {say.touched[act](preview.moves, formatEuro(preview.cents))} {say.people(preview.people)}{' '}
        {preview.stays > 0 && say.stays(preview.stays)} {say.mailsWhole(cancelled, planned)}
      </p>
      {touched.length > 0 && (
        <Table label={say.title}>
          <thead>
            <tr>
              <th scope="col">{say.columns.comune}</th>
              <th scope="col">{say.columns.after}</th>
              <th scope="col">{say.columns.mails}</th>
              <th scope="col">{say.columns.told}</th>
            </tr>
          </thead>
          <tbody>
            {touched.map((each) => (
              <tr key={each.application.id}>
                <th scope="row">{each.applicant.name}</th>
                <td>{each.sentence.after}</td>
                <td>
                  <MailsOf each={each} />
                </td>
                <td>
                  <ToldTo each={each} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <ActRefused problem={recording.error} again={again} />
      <PreviewWays change={change} close={close}>
        <Button
          tone={act === 'withdrawal' ? 'danger' : 'primary'}
          busy={recording.isPending}
          onClick={() => recording.mutate()}
        >
          {say.confirm[act]}
        </Button>
      </PreviewWays>
    </>
  );
}
