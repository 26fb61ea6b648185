import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

export type PickedFile = { readonly name: string; readonly bytes: Buffer };

/** The five steps of an import. */
export const importPage = (page: Page, words: Words = en) => {
  const { imports } = words;
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const card = (header: string) =>
    main
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: header, exact: true }) });
  const steps = {
    /** Step 1. A path for files too large to be held here. */
    pick: async (file: PickedFile | string) => {
      const chooser = page.waitForEvent('filechooser');
      await press(words.ui.pickFile);
      const payload =
        typeof file === 'string'
          ? file
          : { name: file.name, mimeType: 'text/csv', buffer: file.bytes };
      await (await chooser).setFiles(payload);
    },
    /** How the file is read, as the screen says it: encoding, delimiter, decimals… */
    expectRead: (label: string, choice: string) =>
      expect(
        main.getByRole('button', {
          name: new RegExp(`${choice}.*${label}|${label}.*${choice}`, 'u'),
        }),
      ).toBeVisible(),
    /** Step 2: the columns. */
    goToColumns: () => press(imports.goMap),
    expectColumn: (header: string, goesTo: string) =>
      expect(card(header).getByRole('button').first()).toContainText(goesTo),
    /** Step 3: what will happen. */
    goToCheck: () => press(imports.goCheck),
    /** Step 4. */
    start: () => press(imports.start),
    expectRunning: () =>
      expect(main.getByText(/[1-9][\d,]* rows read/u)).toBeVisible({ timeout: 30_000 }),
    cancel: () => press(imports.rollBack),
    expectCancelled: () =>
      expect(main.getByText(imports.cancelled)).toBeVisible({ timeout: 20_000 }),
    /** Step 5: the number under a name such as "Added". */
    expectResult: async (figures: Readonly<Record<string, string>>, timeout = 60_000) => {
      await expect(main.getByRole('link', { name: imports.seeCustomers })).toBeVisible({ timeout });
      for (const [name, figure] of Object.entries(figures))
        await expect(main.getByText(name, { exact: true }).locator('..')).toContainText(figure);
    },
    undo: async () => {
      await press(imports.undo);
      await page.getByRole('dialog').getByRole('button', { name: imports.undo }).click();
      await expect(main.getByText(imports.undone)).toBeVisible({ timeout: 30_000 });
    },
    another: () => press(imports.another),
    otherFile: () => press(imports.otherFile),
  };
  return {
    ...steps,
    /** All five steps with every proposal accepted. */
    bringIn: async (file: PickedFile) => {
      await steps.pick(file);
      await steps.goToColumns();
      await steps.goToCheck();
      await steps.start();
      await steps.expectResult({});
    },
  };
};
