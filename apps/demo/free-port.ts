import { createServer } from 'node:net';

/**
 * True when something can listen on this port of 127.0.0.1 now.
 * @param port TCP port; 0 means any.
 */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

/** A TCP port of 127.0.0.1 that nobody listens on now. */
export async function anyFreePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('No TCP port is free on 127.0.0.1.');
  return port;
}

/** What {@link choosePort} needs to know about one port. */
export interface PortWish {
  /** What listens there, in English, for the error message. */
  readonly purpose: string;
  /** Environment variable with which the user chooses the port. */
  readonly variable: string;
  /** Port used when the user chose none. */
  readonly standard: number;
  /** Ports already promised to other parts of this program. */
  readonly taken: ReadonlySet<number>;
}

/**
 * The port to use: the user's choice if there is one, otherwise the standard port or the next free one after it.
 * @throws Error when the user's choice is not a port or somebody listens there: moving away from an explicit wish
 *   would surprise.
 */
export async function choosePort(wish: PortWish, environment: NodeJS.ProcessEnv): Promise<number> {
  const chosen = environment[wish.variable];
  if (chosen !== undefined && chosen !== '') {
    const port = Number(chosen);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error(`${wish.variable}=${chosen} is not a port: give a whole number from 1 to 65535.`);
    }
    if (wish.taken.has(port) || !(await isPortFree(port))) {
      throw new Error(
        `Port ${port} (${wish.variable}, for ${wish.purpose}) is taken by another program: stop that program or choose another port.`,
      );
    }
    return port;
  }
  for (let port = wish.standard; port < wish.standard + 100; port += 1) {
    if (!wish.taken.has(port) && (await isPortFree(port))) return port;
  }
  throw new Error(
    `No free port for ${wish.purpose} from ${wish.standard} to ${wish.standard + 99}: choose one with ${wish.variable}.`,
  );
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
