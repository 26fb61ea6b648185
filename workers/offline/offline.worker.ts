import { PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, Router } from 'workbox-routing';
import type { ToOffline } from '#contracts/offline.ts';
import { answerChat } from './answer-chat.ts';
import {
  createPrecache,
  findInOlderBuild,
  forgetOldBuilds,
  type ManifestEntry,
  verifyPrecache,
} from './precache.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly ManifestEntry[] };

const manifest = self.__WB_MANIFEST;
const precache = createPrecache(manifest);
const chatUrl = new URL('chat', self.registration.scope).href;

const router = new Router();
router.registerRoute(new PrecacheRoute(precache));
router.registerRoute(
  // chat.html is precached; should it be missing it must not become the app.
  new NavigationRoute(precache.createHandlerBoundToURL('index.html'), {
    denylist: [/\/chat\.html$/],
  }),
);

// Must be the first listener: whatever a page or worker tries, another origin is never asked.
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === self.location.origin) return;
  event.stopImmediatePropagation();
  event.respondWith(Response.error());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'POST' && request.url === chatUrl)
    return event.respondWith(answerChat(request));
  const answer = router.handleRequest({ request, event });
  if (answer !== undefined) return event.respondWith(answer);
  if (request.method === 'GET' && request.mode !== 'navigate')
    event.respondWith(findInOlderBuild(precache, request).then((found) => found ?? fetch(request)));
});

self.addEventListener('install', (event) => {
  event.waitUntil(precache.install(event));
});

self.addEventListener('activate', (event) => {
  // Not precache.activate(): it deletes the files of the build before at once.
  event.waitUntil(forgetOldBuilds(precache).then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const message = event.data as ToOffline;
  if ('type' in message && message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if ('kind' in message && message.kind === 'verify')
    event.waitUntil(
      verifyPrecache(precache, manifest).then((answer) => event.ports[0]?.postMessage(answer)),
    );
});
