import type { LearnContract } from '#contracts/learn.ts';
import type { Sample } from './fit-network.ts';
import { fitOn, type Question, sampleOf, splitForMeasuring } from './prepare-rows.ts';

type Input = Pick<LearnContract['train']['input'], 'seed' | 'split'>;

export type Parts = { readonly train: Sample; readonly validation: Sample; readonly test: Sample };

/** The rows of the measured fit as numbers, by a recipe fitted on those learned from. */
export const partsOf = (question: Question, { seed, split }: Input) => {
  const rows = splitForMeasuring(question, seed, split);
  const recipe = fitOn(question, rows.train);
  const sample = (part: Uint32Array) => sampleOf(question, recipe, part);
  const parts: Parts = {
    train: sample(rows.train),
    validation: sample(rows.validation),
    test: sample(rows.test),
  };
  return { rows, sample, parts };
};
