import type { Words } from '#i18n/en.ts';

/** Any record, as far as naming it goes. */
type AnyFields = Readonly<Record<string, unknown>>;

const isKind = (words: Words, table: string): table is keyof Words['records']['kinds'] =>
  table in words.records.kinds;

/** What records of a table are called, one of them. */
export const nameKind = (words: Words, table: string): string =>
  words.records.kinds[isKind(words, table) ? table : 'other'];

/** The field that says what a record is, by table. */
const telling: Readonly<Record<string, string>> = {
  tasks: 'title',
  orders: 'number',
  attachments: 'fileName',
  imports: 'fileName',
  activities: 'text',
  fieldDefinitions: 'label',
};

/** A name is shown on one line. */
const longest = 60;

/** A target is told by what it measures and its period: `Visits 2026-11`. */
const nameTarget = ({ records: { metrics } }: Words, { metric, period }: AnyFields): string => {
  const named = Object.entries(metrics).find(([id]) => id === metric)?.[1] ?? '';
  return `${named} ${String(period ?? '')}`.trim();
};

/** What a record is called in a list of many kinds; a customer without a name by its number. */
export const nameRecord = (words: Words, table: string, record: object): string => {
  const fields = record as AnyFields;
  const name = table === 'targets' ? nameTarget(words, fields) : fields[telling[table] ?? 'name'];
  if (typeof name === 'string' && name.trim() !== '') {
    const line = name.trim().replace(/\s+/gu, ' ');
    return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  }
  if (table === 'customers' && typeof fields.ord === 'number')
    return words.ui.customerNumber(fields.ord + 1);
  return table === 'settings' ? words.records.kinds.settings : words.records.nameless;
};
