import { createServer } from 'node:http';

/** A foreign server that remembers what reached it, by the path each attempt was named with. */
export type LeakSink = {
  readonly origin: string;
  readonly hits: () => readonly string[];
  readonly forget: () => void;
  readonly close: () => void;
};

/** Listens on a port of its own, so every request to it crosses an origin; it welcomes them all. */
export const openLeakSink = async (): Promise<LeakSink> => {
  const hits = new Set<string>();
  const server = createServer((request, response) => {
    hits.add((request.url ?? '').slice(1));
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    response.writeHead(200, { ...headers, 'cross-origin-resource-policy': 'cross-origin' }).end();
  });
  server.on('upgrade', (request, socket) => {
    hits.add((request.url ?? '').slice(1));
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    hits: () => [...hits].sort(),
    forget: () => hits.clear(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
