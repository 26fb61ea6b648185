import { test as base } from '@playwright/test';
import { type Host, startHost } from './host.ts';
import { type Noise, watchNoise } from './noise.ts';

/**
 * The test of every journey: a static host of the built app as `baseURL` (`page.goto('.')`), and a
 * failure at the end for any console error, refusal of the policy or foreign request.
 */
export const test = base.extend<{ noise: Noise }, { host: Host }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what is used
    async ({}, use) => {
      const host = await startHost();
      await use(host);
      await host.kill();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ host }, use) => use(host.url),
  noise: [
    async ({ context, host }, use) => {
      const noise = watchNoise(context, new URL(host.url).origin);
      await use(noise);
      noise.expectNone();
    },
    { auto: true },
  ],
});
