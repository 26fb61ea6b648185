import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, expect, type Page, test, type Worker } from '@playwright/test';
import { startHost } from '#e2e/host.ts';
import { launchOptions } from '#e2e/launch-options.ts';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '#workers/offline/security-headers.ts';
import { tryEval, tryFromPage, tryFromWorker } from './leak-attempts.ts';
import { type LeakSink, openLeakSink } from './leak-sink.ts';

const root = resolve(import.meta.dirname, '../..');
const guarded = resolve(root, 'node_modules/.cache/rapport/probe');
const open = resolve(root, 'node_modules/.cache/rapport/probe-open');
const PROBE = 'e2e/faults/probe.html';

// They share what is built before the first of them.
test.describe.configure({ mode: 'default' });

let sink: LeakSink;

/** The same build with its policy and its service worker taken out: the positive control. */
const takeGuardsOut = (): void => {
  rmSync(open, { recursive: true, force: true });
  cpSync(guarded, open, { recursive: true });
  rmSync(join(open, 'offline.worker.js'));
  for (const page of ['index.html', PROBE]) {
    const html = readFileSync(join(open, page), 'utf8');
    const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    expect(bare).not.toBe(html);
    writeFileSync(join(open, page), bare);
  }
};

test.beforeAll(async () => {
  const words = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'probe'];
  const env = { ...process.env, RAPPORT_DIST: guarded };
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, env });
  expect(status, String(stderr)).toBe(0);
  expect(readdirSync(join(guarded, 'assets')).join()).toContain('probe.worker');
  takeGuardsOut();
  sink = await openLeakSink();
});

test.afterAll(() => sink.close());
test.beforeEach(() => sink.forget());

type Visit = {
  readonly page: Page;
  readonly bypassServiceWorker: () => Promise<void>;
  readonly end: () => Promise<void>;
};

const workerOf = async (page: Page): Promise<Worker> => {
  await expect.poll(() => page.workers().length).toBe(1);
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('The probe has no worker.');
  return worker;
};

/** Opens the probe in a browser of its own, after the app itself where its service worker is wanted. */
const visit = async (folder: string, isAfterTheApp = false): Promise<Visit> => {
  const host = await startHost({ root: folder });
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  if (isAfterTheApp) {
    await page.goto(host.url);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
  }
  await page.goto(new URL(PROBE, host.url).href);
  return {
    page,
    bypassServiceWorker: async () => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.setBypassServiceWorker', { bypass: true });
      await page.reload();
    },
    end: async () => {
      await browser.close();
      await host.kill();
    },
  };
};

const isControlled = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.controller !== null);

const expectNothingLeaves = async (page: Page): Promise<void> => {
  const worker = await workerOf(page);
  expect((await page.evaluate(tryFromPage, sink.origin)).length).toBeGreaterThan(10);
  expect(sink.hits()).toEqual([]);
  expect((await worker.evaluate(tryFromWorker, sink.origin)).length).toBeGreaterThan(4);
  expect(sink.hits()).toEqual([]);
};

test('without our guards the sink catches every way out of a page', async () => {
  const { page, end } = await visit(open);
  expect(await page.evaluate(tryFromPage, sink.origin)).toEqual(sink.hits());
  expect(await page.evaluate(tryEval)).toBe('ran');
  await end();
});

test('without our guards the sink catches every way out of a worker', async () => {
  const { page, end } = await visit(open);
  const worker = await workerOf(page);
  expect(await worker.evaluate(tryFromWorker, sink.origin)).toEqual(sink.hits());
  expect(await worker.evaluate(tryEval)).toBe('ran');
  await end();
});

test('on the first visit, with no service worker yet, nothing leaves', async () => {
  const { page, end } = await visit(guarded);
  expect(await isControlled(page)).toBe(false);
  await expectNothingLeaves(page);
  await end();
});

test('under the service worker nothing leaves', async () => {
  const { page, end } = await visit(guarded, true);
  expect(await isControlled(page)).toBe(true);
  await expectNothingLeaves(page);
  await end();
});

test('with the service worker bypassed nothing leaves', async () => {
  const { page, bypassServiceWorker, end } = await visit(guarded, true);
  await bypassServiceWorker();
  expect(await isControlled(page)).toBe(false);
  await expectNothingLeaves(page);
  await end();
});

test('the service worker gives every answer the headers a static host cannot', async () => {
  const { page, end } = await visit(guarded, true);
  const headers = await page.evaluate(async () => [...(await fetch('/chat.html')).headers]);
  expect(Object.fromEntries(headers)).toMatchObject(SECURITY_HEADERS);
  await end();
});

test('the page of the chat carries the same policy as the app', () => {
  const html = readFileSync(join(guarded, 'chat.html'), 'utf8');
  expect(html).toContain(`content="${CONTENT_SECURITY_POLICY}"`);
});

test('eval is refused in a page and in a worker, and peer connections are gone', async () => {
  const { page, end } = await visit(guarded);
  expect(await page.evaluate(tryEval)).toBe('EvalError');
  expect(await (await workerOf(page)).evaluate(tryEval)).toBe('EvalError');
  expect(await page.evaluate(() => 'RTCPeerConnection' in globalThis)).toBe(false);
  await end();
});
