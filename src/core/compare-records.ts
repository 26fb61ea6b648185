import { isSameValue } from './same-value.ts';

/** A field that is different: `address.city`, `custom:<key>`, or the name of a field. */
export type FieldChange = {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
};

type Fields = Readonly<Record<string, unknown>>;

/** Fields the database keeps for itself. */
const own = new Set(['id', 'rev', 'createdAt', 'updatedAt', 'ord', 'sourceRow', 'importId']);

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nested = (name: string): ((key: string) => string) | undefined => {
  if (name === 'custom') return (key) => `custom:${key}`;
  return name === 'address' ? (key) => `address.${key}` : undefined;
};

/** A record's fields under their full names, without those of the database. */
const flatten = (record: object | null): Map<string, unknown> => {
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record ?? {})) {
    const inner = nested(name);
    if (own.has(name)) continue;
    if (inner === undefined || !isPlain(value)) flat.set(name, value);
    else for (const [key, part] of Object.entries(value)) flat.set(inner(key), part);
  }
  return flat;
};

const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** What differs between two states of a record, in the order of its fields; null: it was not there. */
export const compareRecords = (before: object | null, after: object | null): FieldChange[] => {
  const from = flatten(before);
  const to = flatten(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((field) => ({ field, before: from.get(field), after: to.get(field) }))
    .filter((change) => !isNothing(change.before) || !isNothing(change.after))
    .filter((change) => !isSameValue(change.before, change.after));
};
