import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { choose } from '#e2e/pages/choose.ts';
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
    /** Step 1. A path for files too large to be held here; several files at once. */
    pick: async (files: PickedFile | string | readonly PickedFile[]) => {
      const chooser = page.waitForEvent('filechooser');
      await press(words.ui.pickFiles);
      const payload =
        typeof files === 'string'
          ? files
          : [files]
              .flat()
              .map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: bytes }));
      await (await chooser).setFiles(payload);
    },
    paste: async (text: string) => {
      await press(imports.paste);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: imports.pasteLabel }).fill(text);
      await dialog.getByRole('button', { name: imports.pasteUse }).click();
    },
    /** Of several files, the one that is looked at. */
    look: (name: string) =>
      main
        .getByRole('button', { name: new RegExp(name, 'u') })
        .first()
        .click(),
    expectSaid: (text: string) => expect(main.getByText(text)).toBeVisible(),
    /** How the file is read, as the screen says it: encoding, delimiter, decimals… */
    expectRead: (label: string, choice: string) =>
      expect(
        main.getByRole('button', {
          name: new RegExp(`${choice}.*${label}|${label}.*${choice}`, 'u'),
        }),
      ).toBeVisible(),
    /** Which row names the columns. */
    chooseHeader: (row: string) => choose(page, imports.header, row),
    /** Step 2: the columns. */
    goToColumns: () => press(imports.goMap),
    expectColumn: (header: string, goesTo: string) =>
      expect(card(header).getByRole('button').first()).toContainText(goesTo),
    /** Step 3: what will happen. */
    goToCheck: () => press(imports.goCheck),
    /** The figures of the dry run, by their names. */
    expectCheck: async (figures: Readonly<Record<string, string>>) => {
      await expect(main.getByRole('button', { name: imports.start })).toBeEnabled();
      for (const [name, figure] of Object.entries(figures))
        await expect(
          main
            .getByText(name, { exact: true })
            .first()
            .locator('..')
            .getByText(figure, { exact: true }),
        ).toBeVisible();
    },
    /** How a row that is there already is found or treated. */
    chooseRule: (label: string, rule: string) => choose(page, label, rule),
    /** Names that are nearly one: the answer to one question. */
    answerPair: (question: string, answer: string) =>
      main.getByRole('group', { name: question }).getByRole('button', { name: answer }).click(),
    expectAnswer: (question: string, answer: string) =>
      expect(
        main.getByRole('group', { name: question }).getByRole('button', { name: answer }),
      ).toHaveAttribute('aria-pressed', 'true'),
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
    /** The file of refused rows. */
    errorFile: async (): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await main.getByRole('link', { name: imports.download }).click();
      return readFile(await (await download).path());
    },
    /** The page offers to undo the import; the bar for what was just done does not offer it again. */
    expectUndoOnce: async () => {
      await expect(main.getByRole('button', { name: imports.undo, exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: words.shell.undo, exact: true })).toHaveCount(
        0,
      );
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
