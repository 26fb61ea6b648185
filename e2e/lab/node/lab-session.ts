import type { Page } from 'playwright';
import type { Refusal, Result } from '#core/result.ts';
import type { LabPage, LabWindow } from '#e2e/lab/page/lab-contract.ts';
import { refusals } from '#i18n/en/refusals.ts';
import { type LabBrowser, startLabBrowser } from './lab-browser.ts';
import { exitOfRefusal, labFailure } from './lab-failure.ts';
import { type LabServer, serveLab } from './serve-lab.ts';

type Input<M extends keyof LabPage> = Parameters<LabPage[M]>[0];
type Output<M extends keyof LabPage> =
  Awaited<ReturnType<LabPage[M]>> extends Result<infer T> ? T : never;

type LabMethod = (plain: unknown) => Promise<Result<unknown>>;

export type LabSession = {
  readonly server: LabServer;
  readonly browser: LabBrowser;
  /** Calls the laboratory's page by name. A refusal becomes a failure with its exit code. */
  readonly call: <M extends keyof LabPage>(name: M, input: Input<M>) => Promise<Output<M>>;
  /** Closes the browser and starts it again: what is read afterwards was on disk. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const labPath = '/e2e/lab/lab.html';

/** What the interface would say, and the facts as they are: a column's name is wanted here. */
const sentenceOf = ({ code, facts = {} }: Refusal): string => {
  const known = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  const { what } = refusals[code](facts);
  return known.length === 0 ? what : `${what} (${known.join('; ')})`;
};

const openLabPage = async (browser: LabBrowser, log: (line: string) => void): Promise<Page> => {
  const page = await browser.open(labPath);
  await page.exposeFunction('labLog', log);
  await page.waitForFunction(() => (globalThis as LabWindow).rapportLab !== undefined);
  return page;
};

/** Serves a build and opens the laboratory's page in a browser with a fresh profile. */
export const startSession = async (
  folder: string,
  log: (line: string) => void,
): Promise<LabSession> => {
  const server = await serveLab(folder);
  const browser = await startLabBrowser(server.origin, log);
  let page = await openLabPage(browser, log);
  return {
    server,
    browser,
    call: async (name, input) => {
      const result = await page.evaluate<Result<unknown>, readonly [string, unknown]>(
        ([method, plain]) => {
          const lab = (globalThis as LabWindow).rapportLab as unknown as Record<string, LabMethod>;
          const called = lab[method];
          if (called === undefined) throw new Error(`The page has no ${method}.`);
          return called(plain);
        },
        [name, input],
      );
      if (result.ok) return result.value as Output<typeof name>;
      const { code } = result.refusal;
      throw labFailure(exitOfRefusal(code), code, sentenceOf(result.refusal));
    },
    restart: async () => {
      await browser.restart();
      page = await openLabPage(browser, log);
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
