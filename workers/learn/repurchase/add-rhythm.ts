import { type BgNbd, fitBgNbd } from '#core/predictions/from-orders/bg-nbd.ts';
import type { Past } from '#core/predictions/from-orders/past-of-customer.ts';
import { gatherRhythms, predictRhythms } from '#core/predictions/from-orders/rhythm-columns.ts';
import type {
  SnapshotColumn,
  SnapshotTable,
} from '#core/predictions/from-orders/snapshot-table.ts';
import { logitOf } from '#core/predictions/logit.ts';
import { runInTurns, type Turns } from '#workers/learn/take-turns.ts';

/** A table of snapshots with what BG/NBD says of each row. */
export type RhythmTable = SnapshotTable & {
  readonly chance: Float64Array;
  readonly expected: Float64Array;
  /** Of the last of its days. */
  readonly rhythm: BgNbd;
};

const column = (name: string, log: boolean, values: Float64Array): SnapshotColumn => ({
  name,
  type: 'number',
  learnable: true,
  log,
  values: Array.from(values),
});

/**
 * Fits BG/NBD on each day of the table from the orders before it, and adds its word as two columns:
 * they mean the same on any day, however long the book is. Undefined when cancelled.
 */
export const addRhythm = async (
  table: SnapshotTable,
  horizonOf: (past: Past) => number,
  turns: Turns,
): Promise<RhythmTable | undefined> => {
  const chance = new Float64Array(table.pasts.length);
  const expected = new Float64Array(table.pasts.length);
  let rhythm: BgNbd = { r: 1, alpha: 1, a: 1, b: 1 };
  for (const day of new Set(table.asOf)) {
    const first = table.asOf.indexOf(day);
    const pasts = table.pasts.slice(first, table.asOf.lastIndexOf(day) + 1);
    const fitted = await runInTurns(fitBgNbd(gatherRhythms(pasts)), turns);
    if (fitted === undefined) return undefined;
    const said = predictRhythms(fitted, pasts, horizonOf);
    chance.set(said.chance, first);
    expected.set(said.expected, first);
    rhythm = fitted;
  }
  const columns = [
    ...table.columns,
    column(
      'rhythmChance',
      false,
      chance.map((one) => logitOf(one, 1e-6)),
    ),
    column('rhythmExpected', true, expected),
  ];
  return { ...table, columns, chance, expected, rhythm };
};
