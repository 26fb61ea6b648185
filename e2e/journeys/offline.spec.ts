import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { type HostOptions, startHost } from '#e2e/host.ts';
import { launchOptions } from '#e2e/launch-options.ts';
import { watchNoise } from '#e2e/noise.ts';

const places: (HostOptions & { readonly name: string })[] = [
  { name: 'at /', prefix: '/' },
  { name: 'at /crm/', prefix: '/crm/' },
  { name: 'at /crm/ of a host that caches for ten minutes', prefix: '/crm/', cache: 'max-age=600' },
];

const open = async (profile: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await chromium.launchPersistentContext(profile, launchOptions);
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
};

const expectApp = (page: Page) => expect(page.locator('#root main')).toBeVisible();

const expectReadyOffline = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });

for (const place of places)
  test(`${place.name}: the app is there with the host dead and the browser restarted`, async ({
    browserName: _,
  }, info) => {
    const host = await startHost(place);
    const origin = new URL(host.url).origin;
    const profile = info.outputPath('profile');
    const first = await open(profile);
    const firstNoise = watchNoise(first.context, origin);
    await first.page.goto(host.url);
    await expectReadyOffline(first.page);

    await host.kill();
    await first.page.reload();
    await expectApp(first.page);
    firstNoise.expectNone();
    await first.context.close();

    const second = await open(profile);
    const secondNoise = watchNoise(second.context, origin);
    const started = performance.now();
    await second.page.goto(host.url);
    await expectApp(second.page);
    info.annotations.push({
      type: 'offline start, ms',
      description: String(Math.round(performance.now() - started)),
    });
    await expectReadyOffline(second.page);
    // What no static host promised is there from the second start on: the worker adds the headers.
    expect(await second.page.evaluate(() => crossOriginIsolated)).toBe(true);

    const answer = await second.page.goto(new URL('chat.html', host.url).href);
    expect(answer?.fromServiceWorker()).toBe(true);
    await expect(second.page.locator('#root')).toHaveCount(0);
    secondNoise.expectNone();
    await second.context.close();
  });
