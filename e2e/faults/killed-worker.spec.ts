import { expect, type Page } from '@playwright/test';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';
import { readStored } from './stored-records.ts';

const rows = 20_000;

/** Ends a worker of the page from inside, silently, as a lack of memory would. */
const killWorker = async (page: Page, name: string): Promise<void> => {
  for (const worker of page.workers())
    if ((await worker.evaluate(() => self.name).catch(() => '')) === name)
      // The worker is gone before it can answer.
      await Promise.race([
        worker.evaluate(() => self.close()).catch(() => undefined),
        worker.waitForEvent('close'),
      ]);
};

test('the worker dies in the middle of an import: it is started again, and no row is there twice', async ({
  page,
}) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  const bytes = Buffer.from(makeCustomersTable({ rows, seed: 9 }));
  await imports.pick({ name: 'many.csv', bytes });
  await imports.goToColumns();
  await imports.goToCheck();
  await imports.start();
  await imports.expectRunning();
  await killWorker(page, 'import');
  await imports.expectResult({ Added: '20,000' }, 150_000);
  expect((await readStored(page)).customers).toBe(rows);
});
