// A plain static host, as a user would rent one: no headers of its own, optionally under a folder
// name or with a cache time. Imported by `npm start`, or run as a process that a test can kill:
//   node e2e/static-server.mjs --root dist [--prefix /crm/] [--port 0] [--cache max-age=600]
// It prints its address as its only line.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv',
};

/** The file an address stands for, or undefined when it is outside the folder or not there. */
async function findFile(root, prefix, address) {
  const { pathname } = new URL(address, 'http://localhost');
  if (!pathname.startsWith(prefix)) return undefined;
  const path = resolve(root, decodeURIComponent(pathname.slice(prefix.length)) || 'index.html');
  if (path !== root && !path.startsWith(root + sep)) return undefined;
  try {
    const found = await stat(path);
    return found.isDirectory() ? join(path, 'index.html') : path;
  } catch {
    return undefined;
  }
}

/**
 * Serves a folder until the process ends or `close` is called. Port 0 takes any free one. Rejects
 * with EADDRINUSE when the port is taken.
 */
export function serveFolder({ root, prefix = '/', port = 0, cache }) {
  const folder = resolve(root);
  const server = createServer(async (request, response) => {
    const file =
      request.method === 'GET' || request.method === 'HEAD'
        ? await findFile(folder, prefix, request.url ?? '/').catch(() => undefined)
        : undefined;
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' };
    if (cache !== undefined) headers['cache-control'] = cache;
    response.writeHead(200, headers);
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${server.address().port}${prefix}`;
      const close = () => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
      };
      done({ url, close });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: 'dist' },
      prefix: { type: 'string', default: '/' },
      port: { type: 'string', default: '0' },
      cache: { type: 'string' },
    },
  });
  const { url } = await serveFolder({ ...values, port: Number(values.port) });
  console.log(url);
}
