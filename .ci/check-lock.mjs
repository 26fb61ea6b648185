// The lock file names one source, a digest for each package, and no package we have ruled out.
import { readFileSync } from 'node:fs';
import { ROOT } from './install.mjs';

// xlsx: frozen on the registry with two known holes.
const RULED_OUT = ['xlsx'];

const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'));
const wrong = [];
const origins = new Set();
for (const [path, { resolved, integrity, link }] of Object.entries(packages)) {
  if (path === '') continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  // Without an address the package comes from the registry npm is set to, checked by its digest.
  const isFromRegistry = !link && (resolved === undefined || resolved.startsWith('https://'));
  if (!isFromRegistry) wrong.push(`${path} does not come from a registry`);
  else if (resolved !== undefined) origins.add(new URL(resolved).origin);
  if (!integrity?.startsWith('sha512-')) wrong.push(`${path} has no sha512 digest`);
  if (RULED_OUT.includes(name)) wrong.push(`${path} is ruled out`);
}
if (origins.size > 1) wrong.push(`packages come from ${[...origins].join(' and ')}`);
const own = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
for (const [name, range] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
  if (!/^\d+\.\d+\.\d+$/.test(range)) wrong.push(`${name} is not pinned to one version: ${range}`);
for (const sentence of wrong.slice(0, 20)) console.error(sentence);
if (wrong.length === 0) console.log(`${Object.keys(packages).length - 1} packages, one source`);
process.exitCode = wrong.length === 0 ? 0 : 1;
