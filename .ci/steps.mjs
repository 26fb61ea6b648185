// The steps of the gates, in order: what fails soonest comes first.
import { CACHE } from './install.mjs';
import { readPlaywright, readVitest } from './run-step.mjs';

const bin = (path) => `node_modules/${path}`;
const vitest = (project, path) => [
  bin('vitest/vitest.mjs'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${path}`,
];

const unitReport = `${CACHE}unit.json`;
const longReport = `${CACHE}long.json`;
const browserReport = `${CACHE}browser.json`;

/** Each folder is a step of its own, so that its end is told by itself. */
const playwright = (folder, minutes) => ({
  name: folder,
  words: [bin('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts', `${folder}/`],
  minutes,
  env: { RAPPORT_E2E_REPORT: `${CACHE}${folder}.json` },
  report: { path: `${CACHE}${folder}.json`, read: readPlaywright },
});

export const CHECK_STEPS = [
  { name: 'lock file', words: ['.ci/check-lock.mjs'] },
  {
    name: 'format and lint',
    words: [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings'],
  },
  { name: 'types', words: ['.ci/types.mjs'] },
  { name: 'dead code', words: [bin('knip/bin/knip.js')] },
  {
    name: 'unit tests',
    words: vitest('unit', unitReport),
    report: { path: unitReport, read: readVitest },
  },
  { name: 'build', words: ['.ci/build.mjs'] },
  { name: 'size', words: ['.ci/size.mjs'] },
];

export const LONG_STEPS = [
  {
    name: 'long unit tests',
    words: vitest('long', longReport),
    report: { path: longReport, read: readVitest },
  },
];

export const BROWSER_STEPS = [
  {
    name: 'browser tests',
    words: vitest('browser', browserReport),
    minutes: 6,
    report: { path: browserReport, read: readVitest },
  },
  playwright('journeys', 26),
  playwright('faults', 12),
];
