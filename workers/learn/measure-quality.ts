import { drawQuality } from '#core/predictions/draw-quality.ts';
import { computeAuc } from '#core/predictions/metrics.ts';
import type { Quality } from '#core/predictions/quality.ts';
import { mixSeed, sampleIndices, seededRandom } from '#core/seeded-random.ts';
import { labelsOf, type Question } from './prepare-rows.ts';
import { runInTurns, type Turns } from './take-turns.ts';

type Numbers = ArrayLike<number>;

export type ToMeasure = {
  /** Rows the model has learned from, and rows it has not seen. */
  readonly learned: Uint32Array;
  readonly test: Uint32Array;
  /** What the model that scores, and the simple one beside it, say of the rows not seen. */
  readonly said: Numbers;
  readonly simple?: Numbers | undefined;
  /** What the model says of any rows; undefined when cancelled. */
  readonly score: (rows: Uint32Array) => Promise<Numbers | undefined>;
  readonly seed: number;
};

/** The area on the rows learned from is known well enough from these many. */
const mostLearned = 10_000;

/** How sure the figures of a model are, and how much better it is on its own rows; undefined when cancelled. */
export const measureQuality = async (
  question: Question,
  { learned, test, said, simple, score, seed }: ToMeasure,
  turns: Turns,
): Promise<Quality | undefined> => {
  const { owners } = question;
  const known = labelsOf(question, learned);
  const scored = {
    scores: said,
    labels: labelsOf(question, test),
    baseRate: known.reduce((sum, label) => sum + label, 0) / Math.max(1, known.length),
    simple,
    owners: owners && test.map((row) => owners[row] as number),
    seed: mixSeed(seed, 60),
  };
  const quality = await runInTurns(drawQuality(scored), turns);
  if (quality === undefined) return undefined;
  const picked = sampleIndices(learned.length, mostLearned, seededRandom(mixSeed(seed, 61)));
  const rows = picked.map((at) => learned[at] as number);
  const ownSaid = await score(rows);
  return ownSaid && { ...quality, trainAuc: computeAuc(ownSaid, labelsOf(question, rows)) };
};
