// Installs the packages of the lock file when they are not there, or are those of another lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const CACHE = `${ROOT}node_modules/.cache/rapport/`;
const STAMP = `${CACHE}lock-hash`;
const isWindows = process.platform === 'win32';

const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Writes a small note under node_modules/.cache, making its folder. */
export function note(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Ends the process with a sentence when Node is too old or the packages cannot be installed. */
export function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Rapport needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const hash = hashOf(`${ROOT}package-lock.json`);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  if (isInstalledByHand(hash)) return;
  console.log('Installing packages …');
  // No install script of any package runs: none is needed, and each would be foreign code.
  // Not `npm ci`: it refuses a lock file that lacks the binaries of systems it was not written on.
  const words = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', words, { cwd: ROOT, stdio: 'inherit', shell: isWindows });
  if (status !== 0) {
    console.error('The packages could not be installed: npm install failed, its words are above.');
    process.exit(1);
  }
  note(STAMP, hash);
}

/** npm keeps its own copy of the lock; when it was written after ours nothing is to be done. */
function isInstalledByHand(hash) {
  const hidden = `${ROOT}node_modules/.package-lock.json`;
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')).packages;
  const found = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const isSame = Object.entries(wanted).every(
    ([path, { integrity, optional }]) =>
      path === '' || optional || found[path]?.integrity === integrity,
  );
  if (isSame) note(STAMP, hash);
  return isSame;
}
