import { useId, useState } from 'react';
import { dayInWords, hour } from '../ui/dates.js';
import { Notice } from '../ui/notice.js';
import { words } from '../words/index.js';
import type { Pec } from './read-pec.js';

const say = words.register;

/** Takes the .eml of a PEC and says what was read in it. */
export function DropPec({
  read,
  done,
}: {
  read: { pec: Pec; file: File } | undefined;
  done: (pec: Pec, file: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const { readPec } = await import('./read-pec.js');
      const pec = await readPec(file);
      setWrong(false);
      done(pec, file);
    } catch {
      setWrong(true);
    }
  };
  return (
    <div className="upload-box">
      <div
        className={`upload-drop ${over ? 'is-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <p id={`${id}-what`}>{say.drop}</p>
        <div className="upload-ways">
          <label className="btn btn-outline-primary btn-sm">
            {say.choose}
            <input
              type="file"
              accept=".eml,message/rfc822"
              className="upload-input"
              aria-describedby={`${id}-what`}
              onChange={(event) => void take(event.target.files?.[0])}
            />
          </label>
        </div>
      </div>
      <div aria-live="polite">
        {wrong && <Notice kind="danger">{say.notRead}</Notice>}
        {read !== undefined && !wrong && (
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
