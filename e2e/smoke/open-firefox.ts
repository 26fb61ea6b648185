import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { OtherBrowser } from './other-browser.ts';

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Debian's Firefox through WebDriver BiDi; undefined where there is none. */
export const openFirefox = async (): Promise<OtherBrowser | undefined> => {
  const executablePath = places.find((place) => existsSync(place));
  if (executablePath === undefined) return undefined;
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1180, height: 820 });
  return {
    version: await browser.version(),
    open: async (url) => {
      await page.goto(url);
    },
    run: (act, argument) => page.evaluate(act as never, argument as never) as never,
    close: () => browser.close(),
  };
};
