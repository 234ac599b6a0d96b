import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { paperQuery } from '../../../api/queries/application.js';
import { Answer } from '../../../ui/answer.js';
import { words } from '../../../words/index.js';
import { DocumentLink } from '../../../parts/application/document-link.js';

const say = words.documents;

/** Kinds that a browser shows without running anything of theirs, by their first bytes. */
const SHOWN: readonly { kind: string; starts: readonly number[] }[] = [
  { kind: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
];

/** A paper beside the page. What it is said to be plays no part: only its own bytes do. */
export function PaperView({
  application,
  document,
  fileName,
}: {
  application: string;
  document: string;
  fileName: string;
}) {
  const query = useQuery(paperQuery(application, document));
  return (
    <Answer query={query}>
      {(bytes) => {
        const kind = SHOWN.find(({ starts }) => starts.every((byte, n) => bytes[n] === byte))?.kind;
        return kind === undefined ? (
          <p>
            {say.notShown} <DocumentLink application={application} id={document} fileName={fileName} />
          </p>
        ) : (
          <Shown kind={kind} bytes={bytes} fileName={fileName} />
        );
      }}
    </Answer>
  );
}

function Shown({
  kind,
  bytes,
  fileName,
}: {
  kind: string;
  bytes: Uint8Array<ArrayBuffer>;
  fileName: string;
}) {
  /** Lends the element an address of its content, as long as it is on the page. */
  const lend = useCallback(
    (element: HTMLIFrameElement | HTMLImageElement | null) => {
      if (element === null) return undefined;
      const address = URL.createObjectURL(new Blob([bytes], { type: kind }));
      element.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [bytes, kind],
  );
  return kind === 'application/pdf' ? (
    <iframe className="paper-view" ref={lend} title={fileName} />
  ) : (
    <img className="paper-view" ref={lend} alt={fileName} />
  );
}
