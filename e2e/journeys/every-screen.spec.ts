import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { bindSheet, shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { assistantPage } from '#e2e/pages/assistant-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { fieldsPage } from '#e2e/pages/fields-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { orientation } from '#e2e/pages/orientation.ts';
import { pipelinePage } from '#e2e/pages/pipeline-page.ts';
import { predictionsPage } from '#e2e/pages/predictions-page.ts';
import { keepPreferences } from '#e2e/pages/preferences.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { segmentsPage } from '#e2e/pages/segments-page.ts';
import { makeChineseTable } from '#e2e/samples/make-chinese-table.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';
import { zh } from '#i18n/zh.ts';

type Look = {
  readonly theme: 'light' | 'dark' | 'sunlight';
  readonly language: 'en' | 'zh';
};
const looks: readonly Look[] = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'zh' },
  { theme: 'dark', language: 'zh' },
];
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

/** The rooms behind them. A custom field and something in the trash are made first. */
const rooms = {
  orders: '#/orders',
  'order-new': '#/orders/new',
  products: '#/products',
  suggestions: '#/insights/suggestions',
  pipeline: '#/pipeline',
  'deal-new': '#/pipeline/new',
  tasks: '#/tasks',
  report: '#/report',
  fields: '#/fields',
  duplicates: '#/duplicates',
  trash: '#/trash',
  history: '#/history',
  export: '#/export',
} as const;

/** Every room once empty and once full, in each theme and language, and no more: a check takes a second. */
const roomLooks: Readonly<Record<string, { readonly empty: Look; readonly full: Look }>> = {
  landscape: {
    empty: { theme: 'dark', language: 'zh' },
    full: { theme: 'sunlight', language: 'en' },
  },
  portrait: {
    empty: { theme: 'sunlight', language: 'en' },
    full: { theme: 'dark', language: 'zh' },
  },
};

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
  // Its model was learned with it.
  await predictionsPage(page).open();
  await predictionsPage(page).expectReport();
  await segmentsPage(page).open();
  await segmentsPage(page).find('4');
  // Four, and those who have not ordered yet.
  await segmentsPage(page).expectCards(5);
  await page.goto('./#/assistant');
  await assistantPage(page).ask('Who is most likely to buy?');
};

const styleOf = ({ theme, language }: Look, screen: string) => ({
  screen,
  orientation: orientation(),
  theme,
  language,
});

const look = async (page: Page, style: Look, screen: string) => {
  // A screen is fetched when it is first opened: its heading says that it is there.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await settle(page);
  const { theme, language } = style;
  const shot = styleOf(style, screen);
  await shoot(page, shot);
  // Each look is checked in one of the orientations: a check takes longer than all else.
  const isPlainLook = (theme === 'light') === (language === 'en');
  if (isPlainLook === (shot.orientation === 'landscape')) await expectFit(page);
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
    // It takes a while on a slow engine: each theme and each language once is enough.
    if ((style.theme === 'light') === (style.language === 'en')) await lookAtTraining(page, style);
  }
  bindSheet();
});

const lookAtRooms = async (page: Page, style: Look, fill: 'empty' | 'full') => {
  for (const [room, address] of Object.entries(rooms)) {
    await page.goto(`./${address}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await settle(page);
    if (room === 'deal-new') await expect(page.getByRole('dialog')).toBeVisible();
    await pipelinePage(page, wordsOf[style.language]).expectNoOverlap();
    await shoot(page, styleOf(style, `${room}-${fill}`));
    await expectFit(page);
  }
};

/** The first thing of a list, opened. */
const lookAtFirst = async (page: Page, style: Look, list: 'orders' | 'products') => {
  await page.goto(`./${rooms[list]}`);
  await page.getByRole('grid').getByRole('row').first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`#/${list}/.`, 'u'));
  await look(page, style, `${list}-open`);
};

test('the rooms behind the first places are fit to show, empty and full, in every theme', async ({
  page,
}) => {
  test.setTimeout(400_000);
  const { empty, full } = roomLooks[orientation()] ?? {};
  if (empty === undefined || full === undefined) throw new Error('no look for this orientation');
  await appPage(page).open();
  await keepPreferences(page, empty);
  await page.reload();
  await lookAtRooms(page, empty, 'empty');
  await keepPreferences(page, full);
  await page.goto('./#/');
  await page.reload();
  const words = wordsOf[full.language];
  await firstRunPage(page, words).loadDemo();
  await appPage(page, words).expectUsable();
  await appPage(page, words).expectNoJobs(120_000);
  await fieldsPage(page, words).open();
  await fieldsPage(page, words).add('Shelf metres', 'number');
  await page.goto('./#/customers');
  await customersPage(page, words).openFirst();
  await customersPage(page, words).remove();
  await lookAtRooms(page, full, 'full');
  await lookAtFirst(page, full, 'orders');
  await lookAtFirst(page, full, 'products');
  bindSheet();
});
