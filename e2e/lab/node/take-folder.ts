import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PredictInput } from '#e2e/lab/page/lab-contract.ts';
import type { LabServer } from './serve-lab.ts';

/** Every file an exported model may have, and the scores beside them. */
const names = [
  'README.md',
  'model.json',
  'weights.bin',
  'recipe.json',
  'calibration.json',
  'ensemble.json',
  'matrix.csv',
  'scores.csv',
] as const;

/** Takes an exported model from the page into a folder, or nothing when none was asked for. */
export const takeFolder = (
  server: LabServer,
  folder: string | undefined,
): {
  readonly urls: PredictInput['exportUrls'];
  /** Closes the files; those that nothing was posted to are no part of the model. */
  readonly finish: (posted: readonly string[]) => Promise<void>;
} => {
  if (folder === undefined) return { urls: null, finish: async () => undefined };
  mkdirSync(folder, { recursive: true });
  const files = names.map((name) => ({ name, ...server.receive(join(folder, name)) }));
  return {
    urls: Object.fromEntries(files.map(({ name, url }) => [name, url])),
    finish: async (posted) => {
      for (const { name, finish } of files) {
        await finish();
        if (name !== 'scores.csv' && !posted.includes(name)) await rm(join(folder, name));
      }
    },
  };
};
