// npm start: install what is missing, build what changed, serve dist, show it.
// Options: --port N (4173, or the next free one), --no-open.
import { spawn } from 'node:child_process';
import { serveFolder } from '../e2e/static-server.mjs';
import { buildIfChanged } from './build.mjs';
import { installPackages, ROOT } from './install.mjs';

const FIRST_PORT = 4173;

function readOptions(words) {
  const options = { port: undefined, isOpening: true };
  for (let i = 0; i < words.length; i += 1) {
    if (words[i] === '--no-open') options.isOpening = false;
    else if (words[i] === '--port') options.port = Number(words[++i]);
    else stop(`Unknown option ${words[i]}. Known: --port N, --no-open.`);
  }
  const { port } = options;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    stop('--port wants a number between 0 and 65535.');
  return options;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

/** A port that was named is taken or refused; else the first free one from 4173 up. */
async function serve(port) {
  for (let candidate = port ?? FIRST_PORT; ; candidate += 1) {
    try {
      return await serveFolder({ root: `${ROOT}dist`, port: candidate });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
      if (port !== undefined) stop(`Port ${port} is taken; leave --port out to get a free one.`);
    }
  }
}

function openBrowser(url) {
  const hasScreen =
    process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return;
  const commands = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] };
  const [command, ...words] = commands[process.platform] ?? ['xdg-open', url];
  spawn(command, words, { stdio: 'ignore', detached: true })
    .on('error', () => undefined) // no opener on this system: the address is printed anyway
    .unref();
}

const options = readOptions(process.argv.slice(2));
installPackages();
buildIfChanged();
const { url } = await serve(options.port);
console.log(`\nRapport is at ${url}\nStop it with Ctrl+C.`);
if (options.isOpening) openBrowser(url);
