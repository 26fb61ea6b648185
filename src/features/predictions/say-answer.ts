import type { Words } from '#i18n/en.ts';

/** An answer as a person reads it: yes/no columns are stored in English. */
export const sayAnswer = (value: string, { ui }: Pick<Words, 'ui'>): string => {
  if (value === 'yes') return ui.yes;
  return value === 'no' ? ui.no : value;
};
