import { foldRows, groupCopies } from '#core/predictions/fold-rows.ts';
import type { EffortPlan } from '#core/predictions/training-effort.ts';
import { mixSeed, sampleIndices, seededRandom } from '#core/seeded-random.ts';
import { labelsOf, type Question } from '#workers/learn/prepare-rows.ts';

/** Places to learn from, and places to say something of. */
export type Fold = { readonly rest: Uint32Array; readonly aside: Uint32Array };

/** By seed: folds of equal size. In the order of the rows: each part is told by those before it. */
export const foldQuestion = (
  question: Question,
  all: Uint32Array,
  split: 'random' | 'rows',
  seed: number,
  { folds: foldCount, planRows: mostPlanRows }: Pick<EffortPlan, 'folds' | 'planRows'>,
): readonly Fold[] => {
  const picked = sampleIndices(all.length, mostPlanRows, seededRandom(mixSeed(seed, 4)));
  const rows = all.length > mostPlanRows ? picked.map((at) => all[at] as number) : all;
  if (split === 'rows') {
    const end = (part: number) => Math.round((rows.length * part) / foldCount);
    return Array.from({ length: foldCount - 1 }, (_, at) => ({
      rest: rows.subarray(0, end(at + 1)),
      aside: rows.subarray(end(at + 1), end(at + 2)),
    }));
  }
  const { owners } = question;
  const groups =
    owners === undefined ? groupCopies(question.used, rows) : rows.map((row) => owners[row] ?? 0);
  const foldOf = foldRows(labelsOf(question, rows), groups, foldCount, mixSeed(seed, 3));
  return Array.from({ length: foldCount }, (_, fold) => ({
    rest: rows.filter((_row, at) => foldOf[at] !== fold),
    aside: rows.filter((_row, at) => foldOf[at] === fold),
  }));
};
