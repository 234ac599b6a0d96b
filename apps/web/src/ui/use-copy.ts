import { useState } from 'react';

/** Copies a text; a browser may refuse, and has no clipboard at all on a page without TLS. */
export function useCopy() {
  const [said, setSaid] = useState<'copied' | 'refused'>();
  return {
    said,
    copy: (text: string) => void written(text).then(setSaid),
    reset: () => setSaid(undefined),
  };
}

async function written(text: string): Promise<'copied' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}
