import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import { type FileFault, sizeInWords } from './filing.js';

const say = words.upload;

/** A file that was chosen: not sent yet, and it says so; or why it cannot be sent. */
export function ChosenFile({
  file,
  fault,
  proof,
  send,
  drop,
  takeBack,
}: {
  file: File;
  fault: FileFault | undefined;
  proof: boolean;
  send: () => void;
  drop: () => void;
  /** Of one that was stopped on its way: takes back what arrived. */
  takeBack: (() => void) | undefined;
}) {
  return (
    <div className="upload-chosen">
      {fault === undefined ? (
        <p>
          <strong>{file.name}</strong> ({sizeInWords(file.size)}).{' '}
          {takeBack === undefined ? say.notSent : say.stopped}
        </p>
      ) : (
        <Notice kind="danger">{say.faults[fault](file.name, sizeInWords(file.size))}</Notice>
      )}
      <div className="upload-ways">
        {fault === undefined && <Button onClick={send}>{proof ? say.sendProof : say.send}</Button>}
        <Button tone="quiet" onClick={drop}>
          {say.drop1}
        </Button>
        {takeBack !== undefined && (
          <Button tone="quiet" onClick={takeBack}>
            {say.takeBack}
          </Button>
        )}
      </div>
    </div>
  );
}
