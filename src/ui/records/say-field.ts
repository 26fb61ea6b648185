import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';

/** Fields that hold the id of another record: said to be changed, never shown. */
const references = new Set(['customerId', 'parentId', 'mergedInto', 'productIds']);

const instants = new Set(['deletedAt', 'startAt', 'endAt', 'dueAt', 'at']);

/** What a field is called: its own word, a custom field by its key. */
export const nameField = (words: Words, field: string): string => {
  if (field.startsWith('custom:')) return field.slice('custom:'.length);
  const { fields } = words.records;
  return field in fields ? fields[field as keyof typeof fields] : field;
};

const sayText = (words: Words, field: string, text: string, format: Format): string => {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return format.day(text);
  const { lifecycles } = words.ui;
  if (field === 'lifecycle' && text in lifecycles)
    return lifecycles[text as keyof typeof lifecycles];
  const { kinds } = words.customers;
  if (field === 'kind' && text in kinds) return kinds[text as keyof typeof kinds];
  return text;
};

const isMoney = (value: object): value is { amountMinor: number; currency: string } =>
  'amountMinor' in value && 'currency' in value;

/** A value of a record's field in words; a missing one is said to be empty. */
export const sayField = (words: Words, format: Format, field: string, value: unknown): string => {
  const { records, ui } = words;
  if (value === undefined || value === null || value === '') return records.emptyField;
  if (references.has(field)) return records.changedField;
  if (typeof value === 'boolean') return value ? ui.yes : ui.no;
  if (typeof value === 'number')
    return instants.has(field) ? format.instant(value) : format.number(value);
  if (typeof value === 'string') return sayText(words, field, value, format);
  if (Array.isArray(value)) {
    if (value.length === 0) return records.emptyField;
    const isPlain = value.every((part) => typeof part === 'string');
    return isPlain ? value.join(', ') : records.lines(value.length);
  }
  if (isMoney(value)) return format.money(value.amountMinor, value.currency);
  const parts = Object.values(value).filter((part) => /string|number/u.test(typeof part));
  return parts.length === 0 ? records.changedField : parts.join(', ');
};
