// Builds dist when a source differs from those of the last build, judged by content.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, note, ROOT } from './install.mjs';

const SOURCES = [
  'src',
  'workers',
  'public',
  'index.html',
  'vite.config.ts',
  '.ci/build-simd.mjs',
  '.ci/used-kernels.mjs',
  'package.json',
  'package-lock.json',
];
const STAMP = `${CACHE}built-hash`;

function addTo(hash, path) {
  if (statSync(join(ROOT, path)).isDirectory())
    for (const name of readdirSync(join(ROOT, path)).sort()) addTo(hash, join(path, name));
  else hash.update(path).update(readFileSync(join(ROOT, path)));
}

function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

/** Builds unless dist is what these sources give. */
export function buildIfChanged() {
  const hash = hashSources();
  const isBuilt = existsSync(`${ROOT}dist/offline.worker.js`) && existsSync(STAMP);
  if (isBuilt && readFileSync(STAMP, 'utf8') === hash) return;
  console.log('Building …');
  build(hash);
}

/** Ends the process, with the builder's words above, when the build fails. */
function build(hash) {
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  note(STAMP, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--if-changed')) buildIfChanged();
  else build(hashSources());
}
