import { encodeRows, type FindValues } from '#core/predictions/encode-rows.ts';
import { predictLogistic } from '#core/predictions/logistic.ts';
import type { ModelKind } from '#core/predictions/model-version.ts';
import { applyStack } from '#core/predictions/stack-logits.ts';
import { ensembleLogits } from './ensemble/ensemble-logits.ts';
import { predictWith } from './predict-with.ts';
import type { Turns } from './take-turns.ts';
import type { FinalModel } from './train-final.ts';

/**
 * Probabilities of these places of a table; undefined when cancelled. A network runs on the current
 * backend.
 */
export const scoreRows = async (
  kind: ModelKind,
  { recipe, parameters, ensemble }: FinalModel,
  find: FindValues,
  rows: Uint32Array,
  turns: Turns,
): Promise<Float32Array<ArrayBuffer> | undefined> => {
  if (ensemble !== undefined) {
    const logits = await ensembleLogits(ensemble, find, rows, turns);
    return logits && Float32Array.from(applyStack(ensemble.stack, logits));
  }
  const matrix = encodeRows(recipe, find, rows);
  if (kind === 'reference') return predictWith(parameters, matrix, turns);
  const [kernel, bias] = parameters;
  const weights = Float64Array.from(kernel?.values ?? []);
  return predictLogistic({ weights, bias: bias?.values[0] ?? 0 }, matrix);
};
