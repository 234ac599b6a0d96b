import * as tus from 'tus-js-client';

/** What the real client says at the end of an upload. */
export interface TusOutcome {
  url: string;
  /** Body of the last answer: the confirmation. */
  json: unknown;
}

export interface TusWish {
  url: string;
  headers: Record<string, string>;
  metadata: Record<string, string>;
  /** Goes on with this upload. */
  uploadUrl?: string;
  /** Bytes a request; all in one when absent. */
  chunk?: number;
  /** Called after each chunk that was taken, with the upload's address; `stop` breaks it off. */
  onChunk?: (taken: number, stop: () => void, url: string) => void;
  retryDelays?: number[];
}

/** Uploads with tus-js-client. @throws what the client throws; undefined when it was broken off. */
export function tusUpload(content: Buffer, wish: TusWish): Promise<TusOutcome | undefined> {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(content, {
      endpoint: `${wish.url}/uploads`,
      ...(wish.uploadUrl === undefined ? {} : { uploadUrl: new URL(wish.uploadUrl, wish.url).href }),
      headers: wish.headers,
      metadata: wish.metadata,
      retryDelays: wish.retryDelays ?? [],
      ...(wish.chunk === undefined ? {} : { chunkSize: wish.chunk }),
      onChunkComplete: (_size, taken) => {
        const stop = () => void upload.abort().then(() => resolve(undefined), reject);
        wish.onChunk?.(taken, stop, upload.url ?? '');
      },
      onError: reject,
      onSuccess: ({ lastResponse }) => {
        const text = lastResponse.getBody();
        resolve({ url: upload.url ?? '', json: text === '' ? undefined : JSON.parse(text) });
      },
    });
    upload.start();
  });
}

/** The problem that a refused upload was answered with. */
export async function tusRefusal(uploading: Promise<unknown>): Promise<{ status: number; code: string }> {
  try {
    await uploading;
  } catch (error) {
    const answer = error instanceof tus.DetailedError ? error.originalResponse : undefined;
    if (answer === undefined || answer === null) throw error;
    return { status: answer.getStatus(), code: (JSON.parse(answer.getBody()) as { code: string }).code };
  }
  throw new Error('the upload was not refused');
}
