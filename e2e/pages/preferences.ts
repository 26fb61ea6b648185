import type { Page } from '@playwright/test';

/** Language and theme as somebody left them; in force after the next load. */
export const keepPreferences = (
  page: Page,
  preferences: { readonly language: 'en' | 'zh'; readonly theme: 'light' | 'dark' | 'sunlight' },
): Promise<void> =>
  page.evaluate(
    (kept) => localStorage.setItem('rapport.preferences', JSON.stringify(kept)),
    preferences,
  );
