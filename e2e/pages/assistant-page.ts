import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The conversation with the assistant. */
export const assistantPage = (page: Page, words: Words = en) => {
  const { assistant } = words;
  const log = page.getByRole('log', { name: assistant.log });
  return {
    ask: async (question: string) => {
      const field = page.getByLabel(assistant.field);
      await field.fill(question);
      await page.getByRole('button', { name: assistant.send, exact: true }).click();
      await expect(log).toContainText(question);
      await expect(page.getByText(assistant.thinking)).toHaveCount(0, { timeout: 30_000 });
    },
    expectAnswer: (pattern: RegExp) => expect(log).toContainText(pattern, { timeout: 15_000 }),
    /** Follows the last link of an answer to the record it speaks of. */
    openLastLink: () => log.getByRole('link').last().click(),
  };
};
