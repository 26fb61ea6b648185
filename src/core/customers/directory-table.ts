import type { CustomValue } from '#core/record.ts';
import { type CustomColumn, growColumn, putValue } from './custom-column.ts';
import { foldPhone, foldText } from './fold-text.ts';
import { collectHan } from './match-pinyin.ts';
import { emptyTexts, setText, type TextBlocks } from './text-blocks.ts';

/** Text columns of the directory, as the sealed set `customers.directory` names them. */
export const textColumns = [
  'name',
  'altName',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'industry',
  'lifecycle',
  'class',
  'kind',
  'tags',
  'email',
  'phone',
  'profiling',
  'walkIn',
  'doNotContact',
  'parentId',
] as const;
export type TextColumn = (typeof textColumns)[number];

/** Number columns as they are stored; NaN is "none". */
const storedNumbers = ['sourceRow', 'latitude', 'longitude', 'ownIntervalDays'] as const;

/** Number columns; NaN is "none". Days are days since 1970. */
export const numberColumns = [
  ...storedNumbers,
  'createdDay',
  'probability',
  'segment',
  'firstOrderDay',
  'lastOrderDay',
  'orders',
  'revenueMinor',
  'lastVisitDay',
  'lastContactDay',
  'visits',
  'visitIntervalDays',
  'dueDay',
] as const;
export type NumberColumn = (typeof numberColumns)[number];

/** All customers column by column; row i is the customer with ord i, `ids[i]` null when there is none. */
export type DirectoryTable = {
  readonly ids: (string | null)[];
  readonly text: Readonly<Record<TextColumn, string[]>>;
  readonly numbers: Record<NumberColumn, Float64Array>;
  /** Custom fields by key, once they are read. */
  readonly custom: Map<string, CustomColumn>;
  /** What a search looks into: name, other name, place, e-mail, folded; and the phone's digits. */
  readonly searched: TextBlocks;
  readonly phoneDigits: TextBlocks;
  /** Whether a Chinese character stands in what is searched, and all those that do anywhere. */
  readonly hasHan: boolean[];
  readonly han: Set<string>;
  /** Ids of the segments of the run in use, by their number in the column `segment`. */
  readonly segmentIds: string[];
  /**
   * Places whose segment is only the nearest one: nobody has searched since they came or bought. With
   * what is stored of them; NaN: nothing.
   */
  readonly provisional: Map<number, number>;
};

type Chunk = {
  readonly first: number;
  readonly ids: readonly (string | null)[];
  readonly columns: Readonly<Record<string, readonly CustomValue[]>>;
};

const byName = <Name extends string, Value>(names: readonly Name[], make: () => Value) =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Value>;

export const emptyDirectory = (): DirectoryTable => ({
  ids: [],
  text: byName(textColumns, (): string[] => []),
  numbers: byName(numberColumns, () => new Float64Array(0)),
  custom: new Map(),
  searched: emptyTexts(),
  phoneDigits: emptyTexts(),
  hasHan: [],
  han: new Set(),
  segmentIds: [],
  provisional: new Map(),
});

/** A customer without a name is shown, and so found, by its number. */
const stand = (ord: number) => `customer ${ord + 1} 客户 ${ord + 1} 客户${ord + 1}`;

/** The digits of each number, one a line; +49 (0)30 is +49 30. */
const digitsOf = (phones: string) =>
  phones === '' ? '' : phones.replaceAll('(0)', '').split('\n').map(foldPhone).join('\n');

const index = (table: DirectoryTable, ord: number) => {
  const { name, altName, city, email, phone } = table.text;
  const parts = [name[ord] || stand(ord), altName[ord], city[ord], email[ord]];
  const searched = foldText(parts.filter(Boolean).join('\n'));
  setText(table.searched, ord, searched);
  setText(table.phoneDigits, ord, digitsOf(phone[ord] ?? ''));
  table.hasHan[ord] = collectHan(searched, table.han);
};

const asText = (value: CustomValue | undefined) =>
  value === null || value === undefined || value === false
    ? ''
    : value === true
      ? 'yes'
      : String(value);

/** Makes room for places up to `end` − 1. */
export const growDirectory = (table: DirectoryTable, end: number) => {
  for (let ord = table.ids.length; ord < end; ord += 1) {
    table.ids.push(null);
    for (const name of textColumns) table.text[name].push('');
    setText(table.searched, ord, '');
    setText(table.phoneDigits, ord, '');
    table.hasHan.push(false);
  }
  for (const column of table.custom.values()) growColumn(column, end);
  for (const name of numberColumns) {
    const before = table.numbers[name];
    if (before.length >= end) continue;
    const after = new Float64Array(end).fill(Number.NaN);
    after.set(before);
    table.numbers[name] = after;
  }
};

/** Takes a chunk of `customers.directory` over, in place. */
export const placeDirectoryChunk = (table: DirectoryTable, chunk: Chunk): void => {
  growDirectory(table, chunk.first + chunk.ids.length);
  chunk.ids.forEach((id, row) => {
    const ord = chunk.first + row;
    table.ids[ord] = id;
    if (id === null) return;
    for (const name of textColumns) table.text[name][ord] = asText(chunk.columns[name]?.[row]);
    for (const name of storedNumbers) {
      const value = chunk.columns[name]?.[row];
      table.numbers[name][ord] = typeof value === 'number' ? value : Number.NaN;
    }
    index(table, ord);
  });
};

/** Empties the places of a chunk that is gone (an import was removed). */
export const clearPlaces = (table: DirectoryTable, first: number, count: number): void => {
  const end = Math.min(first + count, table.ids.length);
  for (let ord = first; ord < end; ord += 1) table.ids[ord] = null;
};

/** Takes one column of numbers over, in place; what is no number becomes "none". */
export const placeNumbers = (
  table: DirectoryTable,
  name: NumberColumn,
  first: number,
  values: readonly CustomValue[],
): void => {
  const column = table.numbers[name];
  values.forEach((value, row) => {
    if (first + row < column.length)
      column[first + row] = typeof value === 'number' ? value : Number.NaN;
  });
};

/** Takes a chunk of one custom field over, in place. */
export const placeCustom = (
  column: CustomColumn,
  first: number,
  values: readonly CustomValue[] | undefined,
  count: number,
): void => {
  for (let row = 0; row < count; row += 1) putValue(column, first + row, values?.[row] ?? null);
};
