// A link that is slower one way than the other: bytes pass in order, each a given time later.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

export type Link = { readonly upMs: number; readonly downMs: number };

/** Gives the port that leads to `port` over the link, and the way to close it. */
export async function slowLink(port: number, link: Link): Promise<{ port: number; end(): void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay(true));
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    pass(near, far, link.upMs);
    pass(far, near, link.downMs);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    end: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function pass(from: Socket, to: Socket, afterMs: number): void {
  from.on('data', (bytes) => setTimeout(() => to.writable && to.write(bytes), afterMs));
  from.on('close', () => setTimeout(() => to.destroy(), afterMs));
}
