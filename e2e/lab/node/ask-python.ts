import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pythons = ['python3', '/usr/bin/python3', 'python'] as const;
let found: Promise<string | undefined> | undefined;

/** Whichever of the machine's pythons has scikit-learn. */
const findPython = async (): Promise<string | undefined> => {
  for (const python of pythons)
    try {
      await run(python, ['-c', 'import sklearn']);
      return python;
    } catch {
      // Absent, or without scikit-learn: the next may have it.
    }
  return undefined;
};

/** The JSON a script of `peers/` prints, or undefined where no python has scikit-learn. */
export const askPython = async <T>(
  script: string,
  words: readonly (string | number)[],
): Promise<T | undefined> => {
  found ??= findPython();
  const python = await found;
  if (python === undefined) return undefined;
  const path = join(import.meta.dirname, '../peers', script);
  const { stdout } = await run(python, [path, ...words.map(String)]);
  return JSON.parse(stdout) as T;
};
