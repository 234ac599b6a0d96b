import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { words } from '../../words/index.js';
import { type Sent, sizeInWords } from './filing.js';

const say = words.upload;

/** "Conferma di caricamento": what arrived, with its fingerprint; no receipt and no protocol number. */
export function Confirmed({ sent, what, another }: { sent: Sent; what: string; another: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="confirmed" ref={box} tabIndex={-1}>
      <h3>{say.confirmation}</h3>
      <p>
        {say.arrived(what)} <strong>{sent.fileName}</strong> ({sizeInWords(sent.bytes)}),{' '}
        {say.when(dayInWords(sent.filedOn), hour(sent.filedAt))}
      </p>
      <p>{say.review}</p>
      <p>{say.noProtocol}</p>
      <details>
        <summary>{say.fingerprint}</summary>
        <p className="mono confirmed-hash">{sent.sha256}</p>
      </details>
      <Button tone="quiet" small onClick={another}>
        {say.another}
      </Button>
    </div>
  );
}
