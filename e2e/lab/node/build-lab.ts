import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/rapport-lab');
/** Everything the lab's build is made from. */
const sources = [
  'src',
  'workers',
  'public',
  'e2e/lab/lab.html',
  'e2e/lab/page',
  'e2e/lab/node/build-lab.ts',
  'index.html',
  'vite.config.ts',
  '.ci/build-simd.mjs',
  'package.json',
  'package-lock.json',
] as const;
const keptBuilds = 3;

const listFiles = async (path: string): Promise<string[]> => {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return (await Promise.all(names.map((name) => listFiles(join(path, name))))).flat();
};

/** Digest of the names and bytes of every source of the build, tests aside. */
const hashSources = async (): Promise<string> => {
  const found = await Promise.all(sources.map((source) => listFiles(join(root, source))));
  const files = found.flat().filter((file) => !/\.test\.tsx?$/u.test(file));
  const hash = createHash('sha256');
  for (const file of files.sort())
    hash
      .update(`${relative(root, file)}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex').slice(0, 20);
};

const build = async (into: string): Promise<void> => {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', '--mode', 'lab'], {
      cwd: root,
      // Vite's module runner, which runs us, has set NODE_ENV to development.
      env: { ...process.env, NODE_ENV: 'production', RAPPORT_LAB_OUT: into },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The laboratory could not be built.\n${stdout}\n${stderr}`);
  }
};

/** Forgets all but the newest builds; one that another call still serves is younger than a day. */
const forgetOldBuilds = async (): Promise<void> => {
  const names = await readdir(cache);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(cache, name))).mtimeMs })),
  );
  const old = dated
    .sort((a, b) => b.at - a.at)
    .slice(keptBuilds)
    .filter(({ at }) => Date.now() - at > 86_400_000);
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })));
};

/**
 * The folder of a production build with the laboratory's page, built once per content. Two calls at
 * once both build into folders of their own; the first to finish gives its folder the final name.
 */
export const buildLab = async (log: (line: string) => void): Promise<string> => {
  const target = join(cache, await hashSources());
  if (!existsSync(join(target, 'e2e/lab/lab.html'))) {
    log('building');
    const draft = `${target}.${process.pid}`;
    await mkdir(cache, { recursive: true });
    await build(draft);
    await rename(draft, target).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(join(target, 'e2e/lab/lab.html'))) throw error;
    });
    await forgetOldBuilds().catch(() => undefined);
  }
  const now = new Date();
  await utimes(target, now, now);
  return target;
};
