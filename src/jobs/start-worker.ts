import { trustedScriptUrl } from './trusted-script-url.ts';

/** Made once per module and kept: a worker that dies is started again from the same blob. */
const bootstraps = new Map<string, string>();

const bootstrapOf = (moduleUrl: string): string => {
  const absolute = new URL(moduleUrl, location.href);
  if (absolute.origin !== location.origin)
    throw new TypeError(`A worker of another origin was refused: ${absolute.href}`);
  const known = bootstraps.get(absolute.href);
  if (known !== undefined) return known;
  const source = `import ${JSON.stringify(absolute.href)};`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  bootstraps.set(absolute.href, url);
  return url;
};

/**
 * Starts a module worker from `import url from '#workers/…/x.worker.ts?worker&url'`.
 *
 * Through a blob, because a worker fetched by URL has the policy of its own response, and a static
 * host sends none: it could `eval` and reach other origins. A blob's worker inherits the page's.
 * Throws TypeError for a URL of another origin.
 */
export const startWorker = (moduleUrl: string, name: string): Worker =>
  new Worker(trustedScriptUrl(bootstrapOf(moduleUrl)), { type: 'module', name });
