import { expect } from '@playwright/test';
import type { RefusalCode } from '#core/result.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { badFiles, raggedFile } from '#e2e/samples/bad-files.ts';
import { test } from '#e2e/test.ts';
import { zh } from '#i18n/zh.ts';
import { readStored } from './stored-records.ts';

const refusals: Readonly<Record<string, RefusalCode>> = {
  'empty.csv': 'file-empty',
  'header-only.csv': 'file-no-rows',
  'picture.csv': 'file-binary',
  'conflict.csv': 'file-conflict-markers',
  'one-column.csv': 'file-one-column',
};

for (const { name, bytes, about } of badFiles)
  test(`${about} is refused with one sentence, and nothing is imported`, async ({ page }) => {
    await appPage(page).open();
    await firstRunPage(page).importFile();
    await importPage(page).pick({ name, bytes });
    await appPage(page).expectRefusal(refusals[name] ?? 'bug');
    expect((await readStored(page)).customers).toBe(0);
  });

test('the sentence is in the language of the interface', async ({ page }) => {
  await appPage(page).open();
  await firstRunPage(page).chooseLanguage('中文');
  await firstRunPage(page, zh).importFile();
  const [empty] = badFiles;
  await importPage(page, zh).pick({ name: 'empty.csv', bytes: empty?.bytes ?? Buffer.alloc(0) });
  await appPage(page, zh).expectRefusal('file-empty');
  await expect(page.locator('[data-refusal]')).toContainText(zh.refusals['file-empty']({}).what);
});

test('ragged rows are named one by one and the others are imported', async ({ page }) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  await imports.bringIn({ name: 'ragged.csv', bytes: raggedFile });
  await imports.expectResult({ 'Rows read': '3', Added: '1', Refused: '2' });
  await expect(page.getByText('fewer cells than columns')).toBeVisible();
  await expect(page.getByText('more cells than columns')).toBeVisible();
});

test('rows without a header are kept, the first one too', async ({ page }) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const bytes = Buffer.from('Anna,31,4.5\nBen,44,3.25\nCy,29,8\n');
  await importPage(page).bringIn({ name: 'no-header.csv', bytes });
  await importPage(page).expectResult({ 'Rows read': '3', Added: '3' });
});
