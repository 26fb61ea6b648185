import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { OfferedFile } from '#e2e/lab/page/lab-contract.ts';
import { labFailure } from './lab-failure.ts';
import type { LabServer } from './serve-lab.ts';

/** Throws a usage failure unless the path is a file that is there. */
export const needFile = (path: string): void => {
  if (!existsSync(path) || !statSync(path).isFile())
    throw labFailure(2, 'usage', `There is no file ${path}.`);
};

/** Throws a usage failure unless a file could be written there. */
export const needPlace = (path: string | undefined): void => {
  if (path !== undefined && !existsSync(dirname(path)))
    throw labFailure(2, 'usage', `There is no folder ${dirname(path)}.`);
};

/** A file as the page gets it. */
export const offerFile = (server: LabServer, path: string): OfferedFile => ({
  url: server.offer(path),
  name: basename(path),
});

/** Takes lines from the page into a file, or nothing at all when no file was asked for. */
export const takeInto = (
  server: LabServer,
  path: string | undefined,
): { readonly url: string | null; readonly finish: () => Promise<void> } =>
  path === undefined ? { url: null, finish: async () => undefined } : server.receive(path);
