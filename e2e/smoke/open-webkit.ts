import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import type { OtherBrowser } from './other-browser.ts';

const driverPath = '/usr/bin/WebKitWebDriver';
const libraries = '/usr/lib/x86_64-linux-gnu';

const findBrowser = (): string | undefined =>
  existsSync(libraries)
    ? readdirSync(libraries)
        .filter((name) => name.startsWith('webkit2gtk-'))
        .map((name) => `${libraries}/${name}/MiniBrowser`)
        .find((path) => existsSync(path))
    : undefined;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One call of the WebDriver protocol (W3C); its value, or an error with the browser's words. */
const ask = async (url: string, method: 'GET' | 'POST' | 'DELETE', body?: unknown) => {
  const answer = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await answer.json()) as { value: Record<string, unknown> };
  if (!answer.ok) throw new Error(String(value.message ?? value.error));
  return value;
};

const startDriver = async (port: number) => {
  const driver = spawn(driverPath, [`--port=${port}`], { stdio: 'ignore' });
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      await ask(`http://127.0.0.1:${port}/status`, 'GET');
      return driver;
    } catch {
      await pause(200); // it does not listen yet
    }
  }
  driver.kill('SIGKILL');
  throw new Error('WebKitWebDriver does not answer.');
};

/** WebKitGTK through its own driver, in a window (DISPLAY must be set); undefined without it. */
export const openWebkit = async (): Promise<OtherBrowser | undefined> => {
  const binary = findBrowser();
  if (binary === undefined || !existsSync(driverPath)) return undefined;
  // Without a window the driver waits for ever.
  if (!process.env.DISPLAY)
    throw new Error('WebKitGTK needs a window: set DISPLAY, or run this under xvfb-run.');
  const port = 4600 + Math.floor(Math.random() * 300);
  const driver = await startDriver(port);
  const base = `http://127.0.0.1:${port}/session`;
  const options = { binary, args: ['--automation'] };
  const { sessionId, capabilities } = await ask(base, 'POST', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const session = `${base}/${String(sessionId)}`;
  await ask(`${session}/timeouts`, 'POST', { script: 120_000 });
  return {
    version: String((capabilities as { browserVersion?: string }).browserVersion),
    open: async (url) => {
      await ask(`${session}/url`, 'POST', { url });
    },
    run: async (act, argument) => {
      const script = `const [given, done] = arguments; Promise.resolve((${act})(given)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = await ask(`${session}/execute/async`, 'POST', { script, args: [argument] });
      if (answer.error !== undefined) throw new Error(String(answer.error));
      return answer.value as never;
    },
    close: async () => {
      await ask(session, 'DELETE').catch(() => undefined);
      driver.kill('SIGKILL');
    },
  };
};
