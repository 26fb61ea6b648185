import { expect } from '@playwright/test';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';
import { readStored } from './stored-records.ts';

/** Room for the app and some customers, not for 30,000. */
const quotaSize = 12_000_000;

test('the tablet is full in the middle of an import: one sentence, and what was there is still there', async ({
  page,
  context,
  baseURL,
}) => {
  const devtools = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  // Before the first start: the browser keeps what it knows of the free space for half a minute.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  const app = appPage(page);
  await app.open();
  await app.expectReadyOffline();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  const few = Buffer.from(makeCustomersTable({ rows: 40, seed: 1 }));
  await imports.bringIn({ name: 'few.csv', bytes: few });
  await imports.another();

  const many = Buffer.from(makeCustomersTable({ rows: 30_000, seed: 2 }));
  await imports.pick({ name: 'many.csv', bytes: many });
  await imports.goToColumns();
  await imports.goToCheck();
  await imports.start();
  await app.expectRefusal('storage-full');

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.reload();
  await expect(async () => expect((await readStored(page)).customers).toBe(40)).toPass({
    timeout: 60_000,
  });
});
