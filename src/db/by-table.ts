import type { RecordTable } from './record-tables.ts';

/** Things by table, in the order they came. */
export const byTable = <T extends { readonly table: RecordTable }, Item>(
  things: Iterable<T>,
  item: (thing: T) => Item,
): Map<RecordTable, Item[]> => {
  const groups = new Map<RecordTable, Item[]>();
  for (const thing of things) {
    const group = groups.get(thing.table);
    if (group === undefined) groups.set(thing.table, [item(thing)]);
    else group.push(item(thing));
  }
  return groups;
};
