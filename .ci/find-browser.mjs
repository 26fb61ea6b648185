// Where a Chromium may be: the variable a person set, the system's packages, then Playwright's own download.
import { existsSync } from 'node:fs';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium installed on the system, or undefined so that Playwright takes its own. */
export function findSystemBrowser() {
  const named = process.env.RAPPORT_CHROMIUM;
  if (named) return named;
  return SYSTEM_PATHS.find((path) => existsSync(path));
}

/** The switches every browser of ours starts with: no network of its own, software WebGL. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
