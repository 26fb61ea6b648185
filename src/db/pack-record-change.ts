import { isSameValue } from '#core/same-value.ts';
import type { RecordChange } from './change-log.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A change as the log keeps it: a record that was edited is kept as it was, with the fields that are
 * different after. Changing one field of 10,000 customers then costs the log half.
 */
export type PackedRecordChange =
  | RecordChange
  | (Pick<RecordChange, 'table' | 'id' | 'before'> & {
      readonly set: Fields;
      readonly unset?: readonly string[];
    });

export const packRecordChange = (change: RecordChange): PackedRecordChange => {
  const { table, id } = change;
  if (change.before === null || change.after === null) return change;
  const before = change.before as Fields;
  const after = change.after as Fields;
  const changed = Object.entries(after).filter(([key, value]) => !isSameValue(value, before[key]));
  const unset = Object.keys(before).filter((key) => after[key] === undefined);
  const set = Object.fromEntries(changed);
  return { table, id, before: change.before, set, ...(unset.length === 0 ? {} : { unset }) };
};

export const unpackRecordChange = (packed: PackedRecordChange): RecordChange => {
  if (!('set' in packed)) return packed;
  const { table, id, before, set, unset = [] } = packed;
  const after: Record<string, unknown> = { ...before, ...set };
  for (const key of unset) delete after[key];
  return { table, id, before, after: after as unknown as RecordChange['after'] };
};
