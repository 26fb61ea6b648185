// Compiles a folder of AssemblyScript to WebAssembly, once per content: a change costs two seconds,
// everything else finds the bytes under node_modules/.cache.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CACHE, ROOT } from './install.mjs';

const require = createRequire(import.meta.url);
const COMPILER = require.resolve('assemblyscript/bin/asc.js');
// No runtime and a memory from outside: the kernels compute on addresses they are given, and that is all.
const FLAGS = '-O3 --converge --noAssert --runtime stub --importMemory --enable simd'.split(' ');

/** The files the kernels of a folder are made of. */
export const listKernelSources = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));

function hashSources(sources) {
  const hash = createHash('sha256').update(FLAGS.join(' '));
  hash.update(readFileSync(require.resolve('assemblyscript/package.json')));
  for (const source of sources) hash.update(readFileSync(source));
  return hash.digest('hex').slice(0, 20);
}

/** The bytes of a folder's kernels, compiled. Throws, with the compiler's words, when they do not compile. */
export function buildKernels(folder) {
  const sources = listKernelSources(folder);
  const target = `${CACHE}kernels-${hashSources(sources)}.wasm`;
  if (!existsSync(target)) {
    mkdirSync(CACHE, { recursive: true });
    // Two processes may build at once: each into a file of its own, put in place whole.
    const draft = `${target}.${process.pid}`;
    const words = [COMPILER, ...sources, '--outFile', draft, ...FLAGS];
    execFileSync(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    renameSync(draft, target);
  }
  return readFileSync(target);
}
