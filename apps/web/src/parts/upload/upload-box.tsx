import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type Problem, unreachable } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { DropArea, FileButton } from '../../ui/drop-area.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import { ChosenFile } from './chosen-file.js';
import { Confirmed } from './confirmed.js';
import { faultOf, type Filing, type Sent, sizeInWords } from './filing.js';
import type { Way } from './sending.js';

const say = words.upload;

interface Sending {
  sent: number;
  waiting: boolean;
  resumed: boolean;
  way: Way;
}

/**
 * Takes a file: dragged, chosen or photographed. A paper is sent when its button is pressed and only then; what is chosen
 * and not sent says so. The proof of a form is sent as soon as it is chosen.
 *
 * @param what the paper, as people call it: "determina di partecipazione".
 * @param strip says that this reaches the union alone, and where the official step is done.
 * @param done the last byte has arrived; a proof stays with its form, a paper shows its confirmation here.
 */
export function UploadBox({
  filing,
  what,
  strip,
  proof = false,
  done,
}: {
  filing: Filing;
  what: string;
  strip?: string;
  proof?: boolean;
  done?: (sent: Sent) => void;
}) {
  const id = useId();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [sending, setSending] = useState<Sending>();
  const [stopped, setStopped] = useState<Way>();
  const [problem, setProblem] = useState<Problem>();
  const [sent, setSent] = useState<Sent>();
  const fault = file === undefined ? undefined : faultOf(file);

  const choose = (chosen: File | undefined) => {
    setProblem(undefined);
    if (chosen === undefined) return;
    setStopped(undefined);
    setFile(chosen);
    // A proof stays with its form and files nothing: nobody must press twice for it.
    if (proof && faultOf(chosen) === undefined) void start(chosen);
  };
  const forget = () => {
    setFile(undefined);
    setProblem(undefined);
    setSending(undefined);
    setStopped(undefined);
  };
  const start = async (file: File) => {
    setProblem(undefined);
    setStopped(undefined);
    const { send } = await import('./sending.js').catch(() => ({ send: undefined }));
    if (send === undefined) return setProblem(unreachable());
    const way = send(file, filing, {
      progress: (bytes) => setSending((now) => now && { ...now, sent: bytes, waiting: false }),
      resumed: () => setSending((now) => now && { ...now, resumed: true }),
      waiting: () => setSending((now) => now && { ...now, waiting: true }),
      refused: (why) => {
        setSending(undefined);
        setProblem(why);
      },
      done: (confirmation) => {
        const arrived = { ...confirmation, fileName: file.name };
        forget();
        setSent(arrived);
        done?.(arrived);
        if (!proof) void client.invalidateQueries();
      },
    });
    setSending({ sent: 0, waiting: false, resumed: false, way });
  };

  if (sent !== undefined && !proof)
    return <Confirmed sent={sent} what={what} another={() => setSent(undefined)} />;
  return (
    <div className="upload-box">
      {strip !== undefined && <p className="upload-strip">{strip}</p>}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {sending === undefined ? (
        <DropArea take={choose}>
          <p id={`${id}-what`}>{proof ? say.proofDrop : say.drop}</p>
          <div className="upload-ways">
            <FileButton label={say.chooseLabel(what)} describedBy={`${id}-what`} take={choose}>
              {say.choose}
            </FileButton>
            <FileButton camera accept="image/*" label={say.photographLabel(what)} take={choose}>
              {say.photograph}
            </FileButton>
          </div>
          {file !== undefined && (
            <ChosenFile
              file={file}
              fault={fault}
              proof={proof}
              send={() => void start(file)}
              drop={forget}
              takeBack={
                stopped &&
                (() => {
                  stopped.drop();
                  forget();
                })
              }
            />
          )}
        </DropArea>
      ) : (
        <div className="upload-going">
          <p aria-live="polite">
            {sending.waiting
              ? say.waiting
              : say.going(file?.name ?? '', sizeInWords(sending.sent), sizeInWords(file?.size ?? 0))}
          </p>
          {sending.resumed && <p>{say.resumed}</p>}
          <progress
            aria-label={say.progress}
            max={file?.size ?? 1}
            value={Math.min(sending.sent, file?.size ?? 1)}
          />
          <Button
            tone="secondary"
            small
            onClick={() => {
              sending.way.stop();
              setStopped(sending.way);
              setSending(undefined);
            }}
          >
            {say.cancel}
          </Button>
        </div>
      )}
      {!proof && sending === undefined && file === undefined && <p className="field-hint">{say.limits}</p>}
      {sent !== undefined && proof && <Notice kind="success">{say.proofSent(sent.fileName)}</Notice>}
    </div>
  );
}
