import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type HostOptions = {
  /** Built folder; `dist`, or what the variable RAPPORT_DIST names, when absent. */
  readonly root?: string;
  readonly prefix?: string;
  readonly cache?: string;
};

/** A static host in a process of its own, so that a test can pull its plug. */
export type Host = { readonly url: string; readonly kill: () => Promise<void> };

const script = fileURLToPath(new URL('static-server.mjs', import.meta.url));
/** The build every test drives. */
export const builtFolder =
  process.env.RAPPORT_DIST ?? fileURLToPath(new URL('../dist', import.meta.url));

const kill = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
};

/** Starts a host on a free port and answers once it listens. */
export const startHost = async (options: HostOptions = {}): Promise<Host> => {
  const { root = builtFolder, prefix = '/', cache } = options;
  const words = ['--root', root, '--prefix', prefix, ...(cache ? ['--cache', cache] : [])];
  const server = spawn(process.execPath, [script, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const url of createInterface({ input: server.stdout }))
    return { url, kill: () => kill(server) };
  throw new Error('The static host ended before it listened.');
};
