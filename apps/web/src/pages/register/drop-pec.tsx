import { useId } from 'react';
import { dayInWords, hour } from '../../ui/dates.js';
import { DropArea, FileButton } from '../../ui/drop-area.js';
import { unreachable } from '../../api/problem.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import type { DroppedPec, PecFault } from './use-pec.js';

const say = words.register;

/** Takes the .eml of a PEC and says what was read in it. */
export function DropPec({
  read,
  fault,
  take,
}: {
  read: DroppedPec | undefined;
  fault: PecFault | undefined;
  take: (file: File) => void;
}) {
  const id = useId();
  const given = (file: File | undefined) => file !== undefined && take(file);
  return (
    <div className="upload-box">
      <DropArea take={given}>
        <p id={`${id}-what`}>{say.drop}</p>
        <div className="upload-ways">
          <FileButton accept=".eml,message/rfc822" describedBy={`${id}-what`} take={given}>
            {say.choose}
          </FileButton>
        </div>
      </DropArea>
      <div aria-live="polite">
        {fault === 'noEmail' && <Notice kind="danger">{say.notRead}</Notice>}
        {fault === 'unreachable' && <ProblemNotice problem={unreachable()} />}
        {read !== undefined && fault === undefined && (
          <div className="pec-read">
            <p>
              <strong>{say.read}</strong> {say.fromWhom(read.pec.from)}
              {read.pec.on !== undefined &&
                `, ${say.delivered(dayInWords(read.pec.on), hour(read.pec.at ?? ''), read.pec.certified)}`}
            </p>
            <p>{say.subject(read.pec.subject)}</p>
          </div>
        )}
      </div>
    </div>
  );
}
