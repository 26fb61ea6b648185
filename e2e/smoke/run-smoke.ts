import { startHost } from '#e2e/host.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { openFirefox } from './open-firefox.ts';
import { openWebkit } from './open-webkit.ts';
import type { OtherBrowser } from './other-browser.ts';
import { walk } from './walk.ts';

const openers: Readonly<Record<string, () => Promise<OtherBrowser | undefined>>> = {
  firefox: openFirefox,
  webkit: openWebkit,
};

/** `npm run smoke -- firefox|webkit`. Exit 0 walked, 1 a step failed, 2 usage, 5 no such browser. */
export const runSmoke = async ([name = '']: readonly string[]): Promise<number> => {
  const open = openers[name];
  if (open === undefined) {
    console.error('Say which browser: firefox or webkit.');
    return 2;
  }
  const browser = await open();
  if (browser === undefined) {
    console.error(`There is no ${name} here that can be driven.`);
    return 5;
  }
  const host = await startHost();
  console.log(`${name} ${browser.version}`);
  try {
    const table = makeCustomersTable({ rows: 1_200, seed: 11 });
    await walk(browser, { url: host.url, table, kill: host.kill });
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await browser.close();
    await host.kill();
  }
};
