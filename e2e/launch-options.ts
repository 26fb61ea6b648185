import type { LaunchOptions } from '@playwright/test';
import { BROWSER_ARGS, findSystemBrowser } from '../.ci/find-browser.mjs';

const executablePath = findSystemBrowser();

/** The system's Chromium where there is one, else Playwright's; the full browser, not its shell. */
export const launchOptions: LaunchOptions = {
  headless: true,
  args: ['--headless=new', ...BROWSER_ARGS],
  ...(executablePath === undefined ? { channel: 'chromium' } : { executablePath }),
};
