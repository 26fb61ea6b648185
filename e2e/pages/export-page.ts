import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';
import { choose } from './choose.ts';

/** The screen data leaves by and comes back. */
export const exportPage = (page: Page, words: Words = en) => {
  const { exports } = words;
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  /** Presses a button that makes a file, saves it, and answers its bytes. */
  const make = async (card: string, button: string, ending: string): Promise<Buffer> => {
    await press(button);
    const region = main.getByRole('region', { name: card, exact: true });
    await expect(region).toContainText(new RegExp(`\\.${ending} `, 'u'), { timeout: 60_000 });
    const save = region.getByRole('link', { name: exports.download });
    await expect(save).toBeVisible({ timeout: 60_000 });
    const saving = page.waitForEvent('download');
    await save.click();
    return readFile(await (await saving).path());
  };
  return {
    open: () => page.goto('./#/export'),
    expectShown: () =>
      expect(page.getByRole('heading', { level: 1, name: exports.title })).toBeVisible(),
    chooseList: (name: string) => choose(page, exports.kind, name),
    makeCsv: () => make(exports.list, exports.asCsv, 'csv'),
    makeWorkbook: () => make(exports.list, exports.asXlsx, 'xlsx'),
    makeAddressBook: () => make(exports.addressBook, exports.asVcard, 'vcf'),
    makeEverything: () => make(exports.everything, exports.asJson, 'json'),
    pickEverything: async (bytes: Buffer) => {
      const chooser = page.waitForEvent('filechooser');
      await press(words.ui.pickFile);
      const payload = { name: 'everything.json', mimeType: 'application/json', buffer: bytes };
      await (await chooser).setFiles(payload);
    },
    expectFound: (customers: number) =>
      expect(main.getByText(exports.counts.customers(customers))).toBeVisible({ timeout: 30_000 }),
    takeOver: async () => {
      await press(exports.restoreNow);
      await expect(main.getByText(/^[\d,]+ records taken over/u)).toBeVisible({ timeout: 60_000 });
    },
  };
};
