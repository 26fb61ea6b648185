import { PrecacheController } from 'workbox-precaching';
import type { Verified } from '#contracts/offline.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export type ManifestEntry = {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
};

/** Where the file lists of the running build and the one before it are remembered. */
const BUILDS_CACHE = 'rapport-builds';
const BUILDS_URL = 'builds.json';

type Builds = { readonly current: readonly string[]; readonly previous: readonly string[] };

const withSecurityHeaders = async (response: Response): Promise<Response> => {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
};

/** The files of this build, each fetched once and compared with its digest before it is kept. */
export const createPrecache = (manifest: readonly ManifestEntry[]): PrecacheController => {
  const controller = new PrecacheController({
    plugins: [{ handlerWillRespond: ({ response }) => withSecurityHeaders(response) }],
  });
  controller.addToCacheList([...manifest]);
  return controller;
};

const sha384 = async (response: Response): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-384', await response.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

/** Compares every file on the device with its digest; one that is gone or damaged is fetched again. */
export const verifyPrecache = async (
  controller: PrecacheController,
  manifest: readonly ManifestEntry[],
): Promise<Verified> => {
  const cache = await caches.open(controller.strategy.cacheName);
  const isWhole = async ({ url, integrity }: ManifestEntry): Promise<boolean> => {
    const key = controller.getCacheKeyForURL(url);
    const found = key === undefined ? undefined : await cache.match(key);
    return found !== undefined && (await sha384(found)) === integrity;
  };
  const repair = async ({ url, integrity }: ManifestEntry): Promise<boolean> => {
    const key = controller.getCacheKeyForURL(url);
    if (key === undefined) return false;
    try {
      await cache.put(key, await fetch(url, { integrity, cache: 'reload' }));
      return true;
    } catch {
      return false; // offline, or the host has another build by now: it stays in the list of missing
    }
  };
  const missing: string[] = [];
  for (const entry of manifest)
    if (!(await isWhole(entry)) && !(await repair(entry))) missing.push(entry.url);
  return { entries: manifest.length, missing };
};

const readBuilds = async (cache: Cache): Promise<Builds> => {
  const found = await cache.match(BUILDS_URL);
  return found === undefined ? { current: [], previous: [] } : ((await found.json()) as Builds);
};

/**
 * Forgets files of neither this build nor the one before it. The one before stays, because a tab
 * that was not reloaded yet still asks for its lazy chunks.
 */
export const forgetOldBuilds = async (controller: PrecacheController): Promise<void> => {
  const current = controller.getCachedURLs().map((url) => controller.getCacheKeyForURL(url) ?? url);
  const memory = await caches.open(BUILDS_CACHE);
  const known = await readBuilds(memory);
  const isNew = current.join() !== known.current.join();
  const previous = isNew ? known.current : known.previous;
  await memory.put(BUILDS_URL, Response.json({ current, previous } satisfies Builds));
  const kept = new Set([...current, ...previous]);
  const cache = await caches.open(controller.strategy.cacheName);
  for (const request of await cache.keys()) if (!kept.has(request.url)) await cache.delete(request);
};

/** A file of the build before this one, for a tab that still runs it. */
export const findInOlderBuild = async (
  controller: PrecacheController,
  request: Request,
): Promise<Response | undefined> => {
  const cache = await caches.open(controller.strategy.cacheName);
  const found = await cache.match(request);
  return found === undefined ? undefined : withSecurityHeaders(found);
};
