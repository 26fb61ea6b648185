import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { builtFolder, type Host, startHost } from '#e2e/host.ts';
import { deployNext, flipBit, scriptOf } from './deploy.ts';

let folder: string;
let host: Host;

test.beforeEach(async ({ page }, info) => {
  folder = info.outputPath('site');
  cpSync(builtFolder, folder, { recursive: true });
  host = await startHost({ root: folder });
  await openReady(page);
});

test.afterEach(() => host.kill());

const openReady = async (page: Page): Promise<void> => {
  await page.goto(host.url);
  await expectReady(page);
};

const expectReady = async (page: Page): Promise<void> => {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
};

/** Asks the host for a newer version; answers what became of it. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const next = registration.installing;
    if (next !== null)
      await new Promise<void>((done) => {
        next.addEventListener('statechange', () => done(), { once: true });
      });
    return registration.waiting?.state ?? 'no update';
  });

const takeUpdate = (page: Page) =>
  page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    waiting?.postMessage({ type: 'SKIP_WAITING' });
  });

// The version in use first ends what it is at: comparing every file may take a while.
const expectVersion = (page: Page, version: string) =>
  expect(page.locator('html')).toHaveAttribute('data-version', version, { timeout: 30_000 });

test('a new version waits until it is taken up, then every tab has it', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openReady(other);
  deployNext(folder, '2');
  expect(await lookForUpdate(page)).toBe('installed');
  await page.reload();
  await expectReady(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-version');
  await takeUpdate(page);
  await expectVersion(page, '2');
  await expectVersion(other, '2');
});

test('a tab of the version before still gets its files after the update', async ({ page }) => {
  const script = scriptOf(folder);
  deployNext(folder, '2');
  await lookForUpdate(page);
  await takeUpdate(page);
  await expectVersion(page, '2');
  const old = await page.evaluate(async (path) => (await fetch(path)).status, script);
  expect(old).toBe(200);
  deployNext(folder, '3');
  await lookForUpdate(page);
  await takeUpdate(page);
  await expectVersion(page, '3');
  const older = await page.evaluate(async (path) => (await fetch(path)).status, script);
  expect(older).toBe(404);
});

test('a deploy with one flipped bit is not taken: the old version goes on', async ({ page }) => {
  deployNext(folder, '2');
  flipBit(join(folder, scriptOf(folder)));
  expect(await lookForUpdate(page)).toBe('no update');
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-version');
  await expect(page.locator('#root main')).toBeVisible();
});

test('a file that was damaged on the device is found and fetched again', async ({ page }) => {
  const script = scriptOf(folder);
  const damage = () =>
    page.evaluate(async (path) => {
      const [name] = (await caches.keys()).filter((key) => key.includes('precache'));
      const cache = await caches.open(name ?? '');
      await cache.put(new URL(path, location.href), new Response('damaged'));
    }, script);
  const verify = () =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<{ missing: string[] }>((done) => {
        port1.onmessage = ({ data }) => done(data);
      });
      active?.postMessage({ kind: 'verify' }, [port2]);
      return (await answer).missing;
    });
  await damage();
  expect(await verify()).toEqual([]);
  await damage();
  await host.kill();
  expect(await verify()).toEqual([script]);
});
