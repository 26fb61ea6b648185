import { messageSW, Workbox } from 'workbox-window';
import type { Verified } from '#contracts/offline.ts';
import { trustedScriptUrl } from '#jobs/trusted-script-url.ts';
import { ifNoTabHasUnsavedWork, whenAllIsSaved } from '#jobs/unsaved-work.ts';

/** Whether the app can start without a network; `ready` is said only after every file was compared. */
export type Readiness =
  | { readonly kind: 'off' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready'; readonly entries: number }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

export type OfflineStatus = {
  readonly readiness: Readiness;
  /** A newer version is on the device and waits to be taken up. */
  readonly updateWaiting: boolean;
};

export type Offline = {
  /** For `useSyncExternalStore`. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => OfflineStatus;
  /** Takes up the waiting version and reloads all tabs; `busy` when a tab has unsaved work. */
  readonly applyUpdate: () => Promise<'applied' | 'busy'>;
  /** Looks for a newer version; quiet without a network. */
  readonly checkForUpdate: () => Promise<void>;
};

const verify = async (registration: ServiceWorkerRegistration): Promise<Readiness> => {
  const { active } = registration;
  if (active === null) return { kind: 'preparing' };
  const { entries, missing } = (await messageSW(active, { kind: 'verify' })) as Verified;
  return missing.length === 0 ? { kind: 'ready', entries } : { kind: 'incomplete', missing };
};

/**
 * Registers the service worker of the build and tells how far it is. In the dev server and where the
 * browser has no service worker the readiness stays `off`.
 */
export const startOffline = (): Offline => {
  const listeners = new Set<() => void>();
  let status: OfflineStatus = { readiness: { kind: 'off' }, updateWaiting: false };
  const change = (part: Partial<OfflineStatus>): void => {
    status = { ...status, ...part };
    // For styles and tests: which of the states below the page is in.
    document.documentElement.dataset.offline = status.readiness.kind;
    for (const listener of listeners) listener();
  };
  const workbox =
    import.meta.env.PROD && 'serviceWorker' in navigator
      ? new Workbox(trustedScriptUrl(new URL('offline.worker.js', document.baseURI).href), {
          updateViaCache: 'none',
        })
      : undefined;
  if (workbox !== undefined) void register(workbox, change);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => status,
    applyUpdate: async () =>
      (await ifNoTabHasUnsavedWork(() => workbox?.messageSkipWaiting())) ? 'applied' : 'busy',
    // Without a network the look-up fails by design; the next one may succeed.
    checkForUpdate: async () => workbox?.update().catch(() => undefined),
  };
};

const register = async (
  workbox: Workbox,
  change: (part: Partial<OfflineStatus>) => void,
): Promise<void> => {
  change({ readiness: { kind: 'preparing' } });
  workbox.addEventListener('waiting', () => change({ updateWaiting: true }));
  // The first worker claims a page that runs already: nothing to reload then.
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) whenAllIsSaved(() => location.reload());
    isControlled = true;
  });
  try {
    await workbox.register();
    change({ readiness: await verify(await navigator.serviceWorker.ready) });
  } catch {
    // A browser that forbids storage refuses the registration: the app works, but only online.
    change({ readiness: { kind: 'off' } });
  }
};
