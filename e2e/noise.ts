import { type BrowserContext, expect } from '@playwright/test';

/** What an honest run never shows. */
export type Noise = {
  /** Lets a fault test name a console error that it provokes on purpose. */
  readonly allow: (pattern: RegExp) => void;
  /** Fails unless there was no console error, no refusal of the policy and no foreign request. */
  readonly expectNone: () => void;
};

/** Watches every page and worker of a browser; `origin` is the only one it may talk to. */
export const watchNoise = (context: BrowserContext, origin: string): Noise => {
  const heard: string[] = [];
  const allowed: RegExp[] = [];
  context.on('console', (message) => {
    // A refusal by the content security policy is a console error too.
    if (message.type() === 'error')
      heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => heard.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.protocol === 'data:' || url.origin === origin;
    if (!isOwn) heard.push(`foreign request: ${url.href}`);
  });
  return {
    allow: (pattern) => allowed.push(pattern),
    expectNone: () =>
      expect(heard.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]),
  };
};
