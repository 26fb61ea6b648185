import { defineConfig } from '@playwright/test';
import { launchOptions } from './launch-options.ts';

const report = process.env.RAPPORT_E2E_REPORT;

export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.spec.ts', 'faults/**/*.spec.ts'],
  outputDir: '../node_modules/.cache/rapport/e2e-results',
  // A journey mostly waits, for its browser or for a worker's answer: two of them share two cores well.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 360_000,
  // Two cores shared with a browser that computes: what comes is awaited, not raced.
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    browserName: 'chromium',
    launchOptions,
    hasTouch: true,
    locale: 'en-GB',
    actionTimeout: 30_000,
  },
  projects: [
    { name: 'landscape', use: { viewport: { width: 1180, height: 820 } } },
    {
      name: 'portrait',
      use: { viewport: { width: 820, height: 1180 } },
      // The day in the field, the own data, and every screen. What does not depend on the shape of the screen runs once.
      testMatch:
        '**/journeys/{a-days-visits,bring-your-own,by-finger-and-key,every-screen,find-and-change,killed-in-mid-note,one-customer,pipeline,take-an-order}.spec.ts',
    },
  ],
});
