import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { bindSheet, shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { assistantPage } from '#e2e/pages/assistant-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { predictionsPage } from '#e2e/pages/predictions-page.ts';
import { keepPreferences } from '#e2e/pages/preferences.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { segmentsPage } from '#e2e/pages/segments-page.ts';
import { makeChineseTable } from '#e2e/samples/make-chinese-table.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';
import { zh } from '#i18n/zh.ts';

const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'zh' },
  { theme: 'dark', language: 'zh' },
] as const;
type Look = (typeof looks)[number];
const wordsOf = { en, zh } as const;

/** Screens that an address opens; the rest is reached by doing something. */
const addresses = {
  today: '#/',
  customers: '#/customers',
  predictions: '#/insights/predictions',
  segments: '#/insights/segments',
  assistant: '#/assistant',
  settings: '#/settings',
  more: '#/more',
} as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The picture in the README, made anew only when it is asked for. */
const readmePicture = fileURLToPath(new URL('../screenshot/readme.png', import.meta.url));

const settle = async (page: Page) => {
  await expect(page.getByRole('status').filter({ hasText: /…$/u })).toHaveCount(0, {
    timeout: 30_000,
  });
  await appPage(page).expectNoJobs();
};

const fillDemo = async (page: Page) => {
  await firstRunPage(page).loadDemo();
  await appPage(page).expectUsable();
  await appPage(page).expectNoJobs(240_000);
  await predictionsPage(page).open();
  await predictionsPage(page).train();
  await predictionsPage(page).expectReport();
  await segmentsPage(page).open();
  await segmentsPage(page).find('4');
  await segmentsPage(page).expectCards(4);
  await page.goto('./#/assistant');
  await assistantPage(page).ask('Who is most likely to buy?');
};

const styleOf = ({ theme, language }: Look, screen: string) => {
  const { viewport } = test.info().project.use;
  const isWide = (viewport?.width ?? 0) > (viewport?.height ?? 0);
  return { screen, orientation: isWide ? 'landscape' : 'portrait', theme, language } as const;
};

const look = async (page: Page, style: Look, screen: string) => {
  // A screen is fetched when it is first opened: its heading says that it is there.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await settle(page);
  const { theme, language } = style;
  const shot = styleOf(style, screen);
  await shoot(page, shot);
  // What an accessibility check sees does not change with the language but in light.
  if (theme === 'light' || language === 'en') await expectFit(page);
  const isReadme =
    shot.orientation === 'landscape' &&
    theme === 'light' &&
    language === 'en' &&
    screen === 'customer';
  if (isReadme && process.env.RAPPORT_README_PICTURE !== undefined) {
    mkdirSync(fileURLToPath(new URL('../screenshot', import.meta.url)), { recursive: true });
    await page.screenshot({ path: readmePicture, animations: 'disabled' });
  }
};

const lookAtImport = async (page: Page, style: Look) => {
  const imports = importPage(page, wordsOf[style.language]);
  await page.goto('./#/import');
  await look(page, style, 'import-1-choose');
  await imports.pick({ name: '客户.csv', bytes: makeChineseTable(300, 7).bytes });
  await look(page, style, 'import-1-file');
  await imports.goToColumns();
  await look(page, style, 'import-2-columns');
  await imports.goToCheck();
  await look(page, style, 'import-3-check');
  await imports.start();
  await imports.expectResult({});
  await look(page, style, 'import-5-result');
  await imports.undo();
};

/** A picture only: a check takes longer than the training, which goes on to its end. */
const lookAtTraining = async (page: Page, style: Look) => {
  const predictions = predictionsPage(page, wordsOf[style.language]);
  await predictions.open();
  await predictions.computeBy('wasm');
  await predictions.train();
  await predictions.expectRound();
  await shoot(page, styleOf(style, 'training'));
  await appPage(page).expectNoJobs(120_000);
};

test('every screen is fit to show, in light and dark, in English and Chinese', async ({ page }) => {
  test.setTimeout(900_000);
  await appPage(page).open();
  for (const style of looks) {
    await keepPreferences(page, style);
    await page.reload();
    await firstRunPage(page, wordsOf[style.language]).expectShown();
    await look(page, style, 'first-run');
  }
  await keepPreferences(page, { theme: 'light', language: 'en' });
  await page.reload();
  await fillDemo(page);
  for (const style of looks) {
    await keepPreferences(page, style);
    await page.reload();
    for (const [screen, address] of Object.entries(addresses)) {
      await page.goto(`./${address}`);
      await look(page, style, screen);
    }
    await page.goto('./#/customers');
    await customersPage(page, wordsOf[style.language]).openFirst();
    await look(page, style, 'customer');
    await lookAtImport(page, style);
    await lookAtTraining(page, style);
  }
  bindSheet();
});
