import { fitLogistic, predictLogistic } from '#core/predictions/logistic.ts';
import { logitOf } from '#core/predictions/logit.ts';
import { fitScale, type Scale, unscaled } from '#core/predictions/scale-logits.ts';
import { planOfEffort } from '#core/predictions/training-effort.ts';
import type { TrainingInput } from '#core/predictions/training-input.ts';
import { foldQuestion } from './ensemble/fold-question.ts';
import { fitOn, labelsOf, type Question, sampleOf } from './prepare-rows.ts';
import { runInTurns, type Turns } from './take-turns.ts';

/**
 * How the logits of the simple model are to be scaled: by what it says, fold by fold, of rows it has not
 * learned from. In the order of the rows each part has a rate of its own, and a scale would learn the
 * drift between the parts: there the model stays as it is. Undefined when cancelled.
 */
export const scaleSimple = async (
  question: Question,
  rows: Uint32Array,
  { split, seed }: Pick<TrainingInput, 'split' | 'seed'>,
  turns: Turns,
): Promise<Scale | undefined> => {
  if (split === 'rows') return unscaled;
  const logits: number[] = [];
  const labels: number[] = [];
  for (const { rest, aside } of foldQuestion(question, rows, split, seed, planOfEffort.usual)) {
    const recipe = fitOn(question, rest);
    const learned = sampleOf(question, recipe, rest);
    const fitted = await runInTurns(fitLogistic(learned.matrix, learned.labels), turns);
    if (fitted === undefined) return undefined;
    const said = predictLogistic(fitted, sampleOf(question, recipe, aside).matrix);
    logits.push(...Array.from(said, (one) => logitOf(one)));
    labels.push(...labelsOf(question, aside));
  }
  return runInTurns(fitScale(logits, labels), turns);
};
