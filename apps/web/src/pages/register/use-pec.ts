import { useEffect, useState } from 'react';
import { useMe } from '../../api/queries/me.js';
import { kept } from '../../ui/kept.js';
import { keptFiles } from '../../ui/kept-files.js';
import type { Pec } from './read-pec.js';

/** A PEC that was dropped, as it was read. */
export interface DroppedPec {
  readonly pec: Pec;
  readonly file: File;
}

/** Why a file was not read: it is no e-mail, or what reads it did not arrive. */
export type PecFault = 'noEmail' | 'unreachable';

/** The proof that it was kept as, and of which notice of which application. */
export interface KeptProof {
  readonly application: string;
  readonly milestone: string;
  readonly document: string;
}

/** What was chosen about it so far; the file itself lies where files are kept. */
interface Chosen {
  readonly file?: string;
  readonly slug?: string;
  readonly proof?: KeptProof;
}

const KEY = 'pec';

/** A PEC from when it is dropped to when it is registered: a reload loses neither the file nor what was chosen about it. */
export function usePec() {
  const { person } = useMe();
  const [chosen, setChosen] = useState<Chosen>(() => kept.read<Chosen>(person, KEY) ?? {});
  const [dropped, setDropped] = useState<DroppedPec>();
  const [fault, setFault] = useState<PecFault>();
  const [restored, setRestored] = useState(false);
  const choose = (part: Chosen) =>
    setChosen((before) => {
      const now = { ...before, ...part };
      kept.write(person, KEY, now);
      return now;
    });
  const drop = () => {
    if (chosen.file !== undefined) void keptFiles.drop(chosen.file);
    kept.forget(person, KEY);
  };
  const forget = () => {
    drop();
    setChosen({});
    setDropped(undefined);
    setRestored(false);
  };
  useEffect(() => {
    const { file: key } = kept.read<Chosen>(person, KEY) ?? {};
    void keptFiles.sweep();
    if (key === undefined) return;
    let gone = false;
    const restore = async () => {
      const file = await keptFiles.find(person, key);
      const pec = file === undefined ? undefined : await read(file);
      if (gone || file === undefined || pec === undefined) return;
      if (typeof pec === 'string') return setFault(pec);
      setDropped({ pec, file });
      setRestored(true);
    };
    void restore();
    return () => {
      gone = true;
    };
  }, [person]);
  return {
    dropped,
    /** It is here again after a reload. */
    restored,
    fault,
    slug: chosen.slug ?? '',
    proof: chosen.proof,
    take: async (file: File) => {
      const pec = await read(file);
      setFault(typeof pec === 'string' ? pec : undefined);
      if (typeof pec === 'string') return;
      forget();
      setDropped({ pec, file });
      const key = await keptFiles.keep(person, file);
      if (key !== undefined) choose({ file: key });
    },
    setSlug: (slug: string) => choose({ slug }),
    setProof: (proof: KeptProof) => choose({ proof }),
    /** It is used: kept no longer, but still on the page. */
    drop,
  };
}

async function read(file: File): Promise<Pec | PecFault> {
  const reader = await import('./read-pec.js').catch(() => undefined);
  if (reader === undefined) return 'unreachable';
  return reader.readPec(file).catch((): PecFault => 'noEmail');
}
