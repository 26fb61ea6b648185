import { encodeRows, type FindValues } from '#core/predictions/encode-rows.ts';
import { fitLogistic, predictLogistic } from '#core/predictions/logistic.ts';
import { logitOf } from '#core/predictions/logit.ts';
import type { LogisticBody } from '#core/predictions/model-body.ts';
import { accept, refuse } from '#core/result.ts';
import { fitOn, sampleOf } from '#workers/learn/prepare-rows.ts';
import { runInTurns } from '#workers/learn/take-turns.ts';
import type { FitMember } from './member.ts';

/** Logits of a fitted ridge logistic regression. */
export const logisticLogits = (
  body: LogisticBody,
  find: FindValues,
  rows: Uint32Array,
): Float64Array => {
  const weights = Float64Array.from(body.weights);
  const said = predictLogistic({ weights, bias: body.bias }, encodeRows(body, find, rows));
  return Float64Array.from(said, (one) => logitOf(one));
};

/** The simple model: ridge logistic regression on the simple recipe. */
export const fitLogisticMember: FitMember<LogisticBody> = async ({
  question,
  rows,
  aside,
  turns,
}) => {
  const recipe = fitOn(question, rows);
  const { matrix, labels } = sampleOf(question, recipe, rows);
  const fitted = await runInTurns(fitLogistic(matrix, labels), turns);
  if (fitted === undefined) return refuse('cancelled');
  const body: LogisticBody = {
    columns: [...recipe.columns],
    width: recipe.width,
    weights: Array.from(fitted.weights),
    bias: fitted.bias,
  };
  const logits = logisticLogits(body, question.table.find, aside ?? new Uint32Array());
  return accept({ body, aside: logits, size: 1 });
};
