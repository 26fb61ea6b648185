import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export type LabServer = {
  readonly origin: string;
  /** Address at which the page fetches a file of this machine. */
  readonly offer: (path: string) => string;
  /** Address to which the page posts parts of a file, in order; `finish` closes it. */
  readonly receive: (path: string) => {
    readonly url: string;
    readonly finish: () => Promise<void>;
  };
  /** Dies, as a host does that is out of reach. Answers how to come back at the same address. */
  readonly die: () => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
};

const sendFile = async (path: string, response: ServerResponse): Promise<void> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-length': found.size,
  });
  await pipeline(createReadStream(path), response);
};

const append = async (request: IncomingMessage, file: WriteStream): Promise<void> => {
  for await (const part of request)
    if (!file.write(part))
      await new Promise<void>((drained) => file.once('drain', () => drained()));
};

/**
 * Serves a build on a free port of the loopback address. Files of the machine are reachable only
 * below a path nobody can guess, and only those that were offered.
 */
export const serveLab = async (folder: string): Promise<LabServer> => {
  const root = resolve(folder);
  const secret = `/${randomUUID()}/`;
  const offered: string[] = [];
  const received: WriteStream[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://lab');
    if (pathname.startsWith(secret)) {
      const [way, index] = pathname.slice(secret.length).split('/');
      const file = way === 'out' ? received[Number(index)] : undefined;
      if (request.method === 'POST' && file !== undefined) {
        await append(request, file);
        response.writeHead(204).end();
        return;
      }
      return sendFile((way === 'in' ? offered[Number(index)] : undefined) ?? '', response);
    }
    const path = resolve(root, `.${decodeURIComponent(pathname)}`);
    const inside = path === root || path.startsWith(root + sep);
    await sendFile(inside ? (path === root ? join(root, 'index.html') : path) : '', response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((listening, fail) => {
      server.once('error', fail);
      server.listen(port, '127.0.0.1', listening);
    });
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    offer: (path) => `${origin}${secret}in/${offered.push(resolve(path)) - 1}`,
    receive: (path) => {
      const file = createWriteStream(path);
      const finish = () =>
        new Promise<void>((finished, fail) => {
          file.once('error', fail);
          file.end(finished);
        });
      return { url: `${origin}${secret}out/${received.push(file) - 1}`, finish };
    },
    die: async () => {
      await close();
      return () => listen(port);
    },
    close,
  };
};
