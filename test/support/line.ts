import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that a test can cut, and on which a server can fall silent. */
export interface Line {
  port: number;
  /** Hangs up on everybody, and answers nobody. */
  cut(): void;
  /** What is said goes nowhere, and nobody is told. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function lineTo(port: number): Promise<Line> {
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  const carry = (from: Socket, to: Socket) => {
    from.on('data', (said) => {
      if (state !== 'silent') to.write(said);
    });
    from.once('close', () => to.destroy());
  };
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const each of [near, far]) keep(each);
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = 'cut';
      hangUp();
    },
    silence: () => (state = 'silent'),
    mend: () => {
      if (state === 'silent') hangUp();
      state = 'whole';
    },
    close: async () => {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
