import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { BROWSER_ARGS, findSystemBrowser } from '../../../.ci/find-browser.mjs';

export type LabBrowser = {
  /** An empty page, its errors logged: for those who want to see a page from its very beginning. */
  readonly blank: () => Promise<Page>;
  /** A page at a path of the server, ready for calls. */
  readonly open: (path: string) => Promise<Page>;
  /** Ends the browser and starts it again on the same profile. */
  readonly restart: () => Promise<void>;
  /** Highest memory of a renderer so far, MB (10⁶ bytes); null where /proc is missing. */
  readonly peakMB: () => Promise<number | null>;
  /** The same since the browser was last started. */
  readonly rendererMB: () => Promise<number | null>;
  readonly devtools: (page: Page) => Promise<CDPSession>;
  readonly close: () => Promise<void>;
};

const launch = (profile: string): Promise<BrowserContext> => {
  const executablePath = findSystemBrowser();
  return chromium.launchPersistentContext(profile, {
    headless: true,
    args: [...BROWSER_ARGS],
    viewport: { width: 1180, height: 820 },
    ...(executablePath === undefined ? {} : { executablePath }),
  });
};

const peakOfProcess = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) * 1024;
};

/** What the debugging protocol knows of the browser's processes; only the browser may be asked. */
export const listRenderers = async (context: BrowserContext): Promise<number[]> => {
  const browser = context.browser();
  if (browser === null) return [];
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
};

/** Real Chromium without a window, on a profile of its own that is deleted afterwards. */
export const startLabBrowser = async (
  origin: string,
  log: (line: string) => void,
): Promise<LabBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'rapport-lab-'));
  let context = await launch(profile);
  let peakBefore = 0;
  const peakSinceStart = async () =>
    Math.max(0, ...(await Promise.all((await listRenderers(context)).map(peakOfProcess))));
  const peak = async () => Math.max(peakBefore, await peakSinceStart());
  const inMB = (bytes: number) => (bytes === 0 ? null : Math.round(bytes / 1e5) / 10);
  const blank = async () => {
    const page = await context.newPage();
    page.on('pageerror', (error) => log(`page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') log(`console: ${message.text()}`);
    });
    return page;
  };
  return {
    blank,
    open: async (path) => {
      const page = await blank();
      await page.goto(`${origin}${path}`);
      return page;
    },
    restart: async () => {
      peakBefore = await peak();
      await context.close();
      context = await launch(profile);
    },
    peakMB: async () => inMB(await peak()),
    rendererMB: async () => inMB(await peakSinceStart()),
    devtools: (page) => context.newCDPSession(page),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
