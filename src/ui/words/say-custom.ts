import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';

/** The value of a custom field in words; a dash where there is none. */
export const sayCustom = (
  value: CustomValue | undefined,
  { type, percent }: Pick<FieldDefinition, 'type' | 'percent'>,
  words: Words,
  format: Format,
): string => {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? words.ui.yes : words.ui.no;
  if (typeof value === 'number') return `${format.number(value)}${percent ? '%' : ''}`;
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return format.day(value);
  return words.ui.say(value);
};
