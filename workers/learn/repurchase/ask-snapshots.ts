import { buysWithin } from '#core/predictions/from-orders/labels-after.ts';
import type { SnapshotColumn } from '#core/predictions/from-orders/snapshot-table.ts';
import { fewestOfRarer, fewestRows } from '#core/predictions/label-rows.ts';
import type { ColumnLeftOut } from '#core/predictions/model-version.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import type { Question } from '#workers/learn/prepare-rows.ts';
import type { RhythmTable } from './add-rhythm.ts';
import type { Histories } from './read-history.ts';

/** However many days they are looked at from: fewer people are no sample. */
const fewestCustomers = 100;

/** Whether each row of a table of snapshots was followed by an order within the horizon. */
export const labelSnapshots = (
  { orders }: Histories,
  { customer, asOf }: Pick<RhythmTable, 'customer' | 'asOf'>,
  horizon: number,
): Int8Array =>
  Int8Array.from(customer, (one, row) =>
    buysWithin(orders, one, asOf[row] ?? 0, horizon) ? 1 : 0,
  );

/** The earlier days and, after them, the rows to be scored: one column under the other. */
const joinColumns = (past: RhythmTable, now: RhythmTable): SourceColumn[] =>
  past.columns.map((column, at) => {
    const other = now.columns[at] as SnapshotColumn;
    const read = (value: number | null) =>
      value !== null && column.log ? Math.log1p(value) : value;
    const { name, type, learnable } = column;
    return { name, type, learnable, values: [...column.values, ...other.values].map(read) };
  });

const whyLeft = ({ values }: SourceColumn, rows: number): ColumnLeftOut['why'] | undefined => {
  const known = values.slice(0, rows).filter((value) => value !== null);
  if (known.length === 0) return 'all-missing';
  return known.every((value) => value === known[0]) ? 'constant' : undefined;
};

/**
 * The earlier days as a question like that of any table: rows of one customer are learned from or
 * checked on together. Undefined where there is too little to learn from.
 */
export const askSnapshots = (
  past: RhythmTable,
  now: RhythmTable,
  known: Int8Array,
  day: number,
): Question | undefined => {
  const positives = known.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(positives, known.length - positives);
  const customers = new Set(past.customer).size;
  if (customers < fewestCustomers || known.length < fewestRows || rarer < fewestOfRarer)
    return undefined;
  const end = known.length + now.customer.length;
  const labels = new Int8Array(end).fill(-1);
  labels.set(known);
  const columns = joinColumns(past, now);
  const left = columns.flatMap((column): ColumnLeftOut[] => {
    const why = whyLeft(column, known.length);
    return why === undefined ? [] : [{ column: column.name, why }];
  });
  const used = columns.filter(({ name }) => !left.some(({ column }) => column === name));
  const byName = new Map(used.map(({ name, values }) => [name, values]));
  const all = Uint32Array.from({ length: end }, (_, row) => row);
  return {
    table: {
      end,
      rows: all,
      columns,
      own: new Set(),
      directory: [],
      find: (name) => byName.get(name),
    },
    answers: {
      target: { field: 'orders again', positive: 'yes' },
      labels,
      labelled: known.length,
      positives,
    },
    labelled: all.subarray(0, known.length),
    used,
    left,
    questions: [],
    asOfDay: day,
    owners: Uint32Array.from([...past.customer, ...now.customer]),
  };
};
