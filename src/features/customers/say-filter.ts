import type { Filter, FilterOperator } from '#core/customers/saved-view.ts';
import { dayNumber } from '#core/day-number.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import type { ColumnKind, ListColumn } from './list-columns.ts';

const ofNumbers: readonly FilterOperator[] = ['at-least', 'at-most', 'between'];

/** What can be asked of a column of a kind, the usual question first. */
export const operatorsOf = (kind: ColumnKind): readonly FilterOperator[] => {
  if (kind === 'text') return ['contains', 'is', 'empty', 'not-empty'];
  if (kind === 'choice' || kind === 'counted') return ['any-of', 'empty', 'not-empty'];
  if (kind === 'yesno') return ['is', 'is-not'];
  if (kind === 'band') return ['at-least'];
  if (kind === 'day')
    return ['older-days', 'last-days', 'next-days', ...ofNumbers, 'empty', 'not-empty'];
  return [...ofNumbers, 'empty', 'not-empty'];
};

type Value = string | number | boolean | undefined;

/** A value of a condition as a person writes it. Amounts are asked for in whole units. */
const sayValue = (
  value: Value,
  column: ListColumn | undefined,
  words: Words,
  format: Format,
): string => {
  const text = String(value ?? '');
  const choice = column?.choices?.find(({ id }) => id === text);
  if (choice !== undefined) return choice.text;
  if (column?.kind === 'day' && !Number.isNaN(dayNumber(text))) return format.day(text);
  if (column?.kind === 'money') return format.number(Number(text) / 100);
  if (column?.kind === 'number' && text !== '') return format.number(Number(text));
  return words.ui.say(text);
};

/** A condition in words: what stands on its chip. */
export const sayFilter = (
  filter: Filter,
  columns: readonly ListColumn[],
  words: Words,
  format: Format,
): string => {
  const { column: id, operator, value, to, values } = filter;
  const column = columns.find((known) => known.id === id);
  const name = column?.name ?? id.replace(/^custom:/u, '');
  const say = (part: Value) => sayValue(part, column, words, format);
  const { conditions } = words.customers;
  if (column?.kind === 'band') return `${name}: ${say(value)}`;
  if (column?.kind === 'yesno') return `${name}: ${operator === 'is' ? words.ui.yes : words.ui.no}`;
  if (operator === 'any-of') return `${name}: ${(values ?? []).map(say).join(', ')}`;
  if (operator === 'between') return conditions.between(name, say(value), say(to));
  if (operator === 'last-days' || operator === 'older-days' || operator === 'next-days')
    return conditions[operator](name, Number(value));
  return conditions[operator](name, say(value));
};
