// What the page costs before it shows anything, each part that comes later, and each worker.
// From the builder's own graph (vite.config.ts); brotli as a good host would send it. The budgets
// of single files are size-limit's, in package.json.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CACHE, ROOT } from './install.mjs';

const KIB = 1024;
const BUDGET = { first: 150 * KIB, styles: 12 * KIB, lazy: 60 * KIB, worker: 200 * KIB };
// Only workers may hold these: they would be parsed by a page that never trains.
const WORKERS_ONLY = [
  'node_modules/@tensorflow/',
  'node_modules/ml-kmeans/',
  'node_modules/papaparse/',
];

const dist = join(ROOT, 'dist');
const chunks = JSON.parse(readFileSync(`${CACHE}bundle-graph.json`, 'utf8'));
const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));

const weights = new Map();
function weigh(fileName) {
  if (!weights.has(fileName)) {
    const bytes = brotliCompressSync(readFileSync(join(dist, fileName)));
    weights.set(fileName, bytes.length);
  }
  return weights.get(fileName);
}
const sum = (names) => [...names].reduce((total, name) => total + weigh(name), 0);

/** A chunk and everything it imports before it runs. */
function closureOf(fileName, importsOf, found = new Set()) {
  if (found.has(fileName)) return found;
  found.add(fileName);
  for (const next of importsOf(fileName)) closureOf(next, importsOf, found);
  return found;
}

// A worker is bundled apart from the page, so its imports are read from the file itself.
const STATIC_IMPORT = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
const importsInFile = (fileName) =>
  [...readFileSync(join(dist, fileName), 'utf8').matchAll(STATIC_IMPORT)].map(
    ([, name]) => `assets/${name}`,
  );

const pageImports = (fileName) => byName.get(fileName)?.imports ?? [];
const first = new Set(
  chunks
    .filter((chunk) => chunk.isEntry)
    .flatMap((chunk) => [...closureOf(chunk.fileName, pageImports)]),
);
// A screen's own style sheet comes with the screen.
const styles = [
  ...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/href="\.\/(assets\/[^"]+\.css)"/g),
].map(([, name]) => name);
const lines = [
  ['first load', sum(first), BUDGET.first],
  ['style sheets of the first load', sum(styles), BUDGET.styles],
];

/** What is there already when a part is asked for: the first load, and all of whoever asks for it. */
const thereBefore = (name) => {
  const askers = chunks.filter((chunk) => chunk.dynamicImports.includes(name));
  const [one = new Set(), ...others] = askers.map((chunk) =>
    closureOf(chunk.fileName, pageImports),
  );
  const shared = [...one].filter((part) => others.every((other) => other.has(part)));
  return new Set([...first, ...shared]);
};

for (const name of new Set(chunks.flatMap((chunk) => chunk.dynamicImports))) {
  const before = thereBefore(name);
  const later = [...closureOf(name, pageImports)].filter((part) => !before.has(part));
  lines.push([`lazy ${name}`, sum(later), BUDGET.lazy]);
}

const workers = readdirSync(join(dist, 'assets')).filter((name) =>
  /\.worker-[\w-]+\.js$/.test(name),
);
for (const name of workers)
  lines.push([`worker ${name}`, sum(closureOf(`assets/${name}`, importsInFile)), BUDGET.worker]);

let isWrong = false;
for (const [name, bytes, budget] of lines) {
  const isTooBig = bytes > budget;
  isWrong ||= isTooBig;
  const mark = isTooBig ? ' TOO BIG' : '';
  console.log(`${name}: ${(bytes / KIB).toFixed(1)} of ${budget / KIB} KiB brotli${mark}`);
}
for (const { fileName, modules } of chunks)
  for (const module of modules.filter((id) => WORKERS_ONLY.some((part) => id.includes(part)))) {
    isWrong = true;
    console.log(`${fileName} of the page holds ${module}, which only a worker may`);
  }

const { status } = spawnSync(process.execPath, ['node_modules/size-limit/bin.js'], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = isWrong || status !== 0 ? 1 : 0;
