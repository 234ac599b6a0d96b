import { DetailedError, Upload } from 'tus-js-client';
import { addressOf, ask, read } from '../../api/client.js';
import { onceLineOpens } from '../../api/line.js';
import { Problem, problemOf, unreachable } from '../../api/problem.js';
import type { Confirmation, Filing } from './filing.js';

/** What becomes of a file on its way. */
export interface Watcher {
  /** Bytes that have arrived. */
  progress: (sent: number) => void;
  /** It was begun before, in this browser, and goes on where it broke off. */
  resumed: () => void;
  /** The line is down; it goes on by itself when it comes back. */
  waiting: () => void;
  done: (confirmation: Confirmation) => void;
  refused: (problem: Problem) => void;
}

/** A file on its way. */
export interface Way {
  /** What arrived is kept for a day: the same file goes on there. */
  stop: () => void;
  /** Stops it and takes back what arrived. */
  drop: () => void;
}

/** Milliseconds between the first tries. */
const TRIES = [0, 1000, 3000, 5000, 10_000, 10_000];
/** Between all later ones, as long as the page is open, whether the browser says that it is online or not. */
const LATER_MS = 15_000;
/** There is no room for it: to try again helps nobody. */
const FULL = 507;
/** Somebody between page and API says that it is away, or it says so itself; or an earlier try still holds the file. */
const AWAY = [0, 423, 502, 503, 504];
/** A piece that arrived is not sent again: 2 MiB. */
const PIECE = 2 * 1_048_576;

/**
 * Sends a file by tus, which goes on where it broke off: after the network was away, and, for the same file chosen
 * again, after the page was.
 */
export function send(file: File, filing: Filing, watch: Watcher): Way {
  const { application, requirement, acting, channel } = filing;
  let stopped = false;
  const upload = new Upload(file, {
    endpoint: addressOf('POST /uploads'),
    chunkSize: PIECE,
    retryDelays: TRIES,
    removeFingerprintOnSuccess: true,
    metadata: {
      application,
      requirement,
      actingBody: acting.actingBody,
      ...(acting.onBehalfOf === undefined ? {} : { onBehalfOf: acting.onBehalfOf }),
      ...(channel === undefined ? {} : { channel }),
      filename: file.name,
      filetype: file.type === '' ? 'application/octet-stream' : file.type,
    },
    fingerprint: () =>
      Promise.resolve(
        [
          'capofila',
          application,
          requirement,
          acting.onBehalfOf,
          file.name,
          file.size,
          file.lastModified,
        ].join(' '),
      ),
    onShouldRetry: (error) => {
      const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
      if (status === 0 || (status >= 500 && status !== FULL)) watch.waiting();
      return status === 0 || (status >= 500 && status !== FULL) || status === 409 || status === 423;
    },
    onChunkComplete: (_size, arrived) => watch.progress(arrived),
    onProgress: (sent) => watch.progress(sent),
    onSuccess: ({ lastResponse }) => void confirmed(lastResponse.getBody()),
    onError: (error) => {
      if (stopped) return;
      const answer = error instanceof DetailedError ? error.originalResponse : undefined;
      const status = answer?.getStatus() ?? 0;
      if (!AWAY.includes(status)) return watch.refused(problemOf(status, answer?.getBody() ?? ''));
      watch.waiting();
      waitForLine();
    },
  });
  let stopWaiting = () => {};
  const waitForLine = () => {
    const again = () => {
      stopWaiting();
      if (!stopped) upload.start();
    };
    const timer = setTimeout(again, LATER_MS);
    const deaf = onceLineOpens(again);
    window.addEventListener('online', again);
    stopWaiting = () => {
      clearTimeout(timer);
      deaf();
      window.removeEventListener('online', again);
    };
  };

  /** One that was whole already when it was taken up again is confirmed by the server on request. */
  const confirmed = async (body: string) => {
    try {
      const said =
        body === ''
          ? await ask('GET /uploads/:upload', { params: { upload: nameIn(upload.url) } })
          : read('PATCH /uploads/:upload', body);
      watch.done(said);
    } catch (error) {
      watch.refused(error instanceof Problem ? error : unreachable());
    }
  };

  const begin = async () => {
    // A browser that keeps nothing begins anew.
    const [before] = await upload.findPreviousUploads().catch(() => []);
    if (stopped) return;
    if (before !== undefined) {
      upload.resumeFromPreviousUpload(before);
      watch.resumed();
    }
    upload.start();
  };
  void begin();
  const end = (takeBack: boolean) => {
    stopped = true;
    stopWaiting();
    void upload.abort(takeBack).catch(() => undefined);
  };
  return { stop: () => end(false), drop: () => end(true) };
}

/** The last part of the address that the server gave to an upload. */
function nameIn(url: string | null): string {
  return new URL(url ?? '', window.location.href).pathname.split('/').at(-1) ?? '';
}
