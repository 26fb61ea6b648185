import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const digestOf = (bytes: Buffer): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

const replaceIn = (path: string, found: string, by: string): void => {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(found)) throw new Error(`${path} does not contain ${found}`);
  writeFileSync(path, text.replaceAll(found, by));
};

/** The page's script of a built folder, relative to it. */
export const scriptOf = (folder: string): string => {
  const found = /src="\.\/(assets\/[^"]+\.js)"/.exec(
    readFileSync(join(folder, 'index.html'), 'utf8'),
  );
  if (found?.[1] === undefined) throw new Error('index.html names no script');
  return found[1];
};

/**
 * Turns a built folder, in place, into its next version as a host would: the script has a new name,
 * the page says `data-version`, the service worker lists both with their new digests.
 */
export const deployNext = (folder: string, version: string): void => {
  const page = join(folder, 'index.html');
  const worker = join(folder, 'offline.worker.js');
  const before = digestOf(readFileSync(page));
  const script = scriptOf(folder);
  const next = script.replace(/\.js$/, `${version}.js`);
  renameSync(join(folder, script), join(folder, next));
  replaceIn(worker, script, next);
  replaceIn(page, script, next);
  replaceIn(page, '<html ', `<html data-version="${version}" `);
  replaceIn(worker, before, digestOf(readFileSync(page)));
  const revision = /"revision":"([0-9a-f]+)","url":"index\.html"/.exec(
    readFileSync(worker, 'utf8'),
  );
  if (revision?.[1] === undefined) throw new Error('the service worker does not list index.html');
  replaceIn(worker, revision[1], `${revision[1]}${version}`);
};

/** Flips one bit in the middle of a file, as a broken transfer does. */
export const flipBit = (path: string): void => {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
