import type { BrowserContext } from '@playwright/test';

/** Ends the browser as a power cut would: SIGKILL to its main process, nothing is flushed. */
export const killBrowser = async (context: BrowserContext): Promise<void> => {
  const browser = context.browser();
  if (browser === null) throw new Error('The context has no browser to kill.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not tell its process.');
  const closed = context.waitForEvent('close');
  process.kill(main.id, 'SIGKILL');
  await closed;
};
