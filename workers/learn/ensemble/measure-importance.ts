import { computeAuc } from '#core/predictions/metrics.ts';
import type { ColumnImportance } from '#core/predictions/model-version.ts';
import { shuffle } from '#core/predictions/split-rows.ts';
import { mixSeed, sampleIndices, seededRandom } from '#core/seeded-random.ts';
import { labelsOf, type Question } from '#workers/learn/prepare-rows.ts';
import { scoreRows } from '#workers/learn/score-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';

/** Rows are enough from here on: the ranking of columns does not change any more. */
const mostRows = 2_000;

/**
 * What the model goes by: for each column, how much its AUC falls on rows it has not learned from when
 * the column's values are dealt out anew among them (Breiman 2001; Fisher and others 2019). The most
 * telling first; undefined when cancelled.
 */
export const measureImportance = async (
  question: Question,
  kind: 'ensemble' | 'logistic',
  model: FinalModel,
  test: Uint32Array,
  seed: number,
  turns: Turns,
): Promise<ColumnImportance[] | undefined> => {
  const picked = sampleIndices(test.length, mostRows, seededRandom(mixSeed(seed, 80)));
  const rows = picked.map((at) => test[at] as number);
  const labels = labelsOf(question, rows);
  const { find } = question.table;
  const score = (look: typeof find) => scoreRows(kind, model, look, rows, turns);
  const whole = await score(find);
  if (whole === undefined) return undefined;
  const auc = computeAuc(whole, labels);
  const found: ColumnImportance[] = [];
  for (const [at, { name, values }] of question.used.entries()) {
    const dealt = shuffle(rows.slice(), seededRandom(mixSeed(seed, 100 + at)));
    const mixed = [...values];
    rows.forEach((row, place) => {
      mixed[row] = values[dealt[place] as number] ?? null;
    });
    const said = await score((column) => (column === name ? mixed : find(column)));
    if (said === undefined) return undefined;
    found.push({ column: name, aucLost: auc - computeAuc(said, labels) });
  }
  return found.sort((a, b) => b.aucLost - a.aucLost);
};
