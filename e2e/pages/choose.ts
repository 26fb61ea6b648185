import type { Page } from '@playwright/test';

/** Opens a select by its label and takes the choice with that text. */
export const choose = async (page: Page, label: string, choice: string): Promise<void> => {
  await page
    .getByRole('button', { name: new RegExp(literally(label), 'u') })
    .first()
    .click();
  await page.getByRole('option', { name: choice, exact: true }).click();
};

const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
