import type { FindValues } from '#core/predictions/encode-rows.ts';
import { logitOf } from '#core/predictions/logit.ts';
import type { ModelKind } from '#core/predictions/model-version.ts';
import { ensembleLogits } from '#workers/learn/ensemble/ensemble-logits.ts';
import { scoreRows } from '#workers/learn/score-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';

/** Logits of these places as the model scores them; undefined when cancelled. */
export const modelLogits = async (
  kind: ModelKind,
  final: FinalModel,
  find: FindValues,
  rows: Uint32Array,
  turns: Turns,
): Promise<Float64Array | undefined> => {
  const { ensemble } = final;
  if (ensemble === undefined) {
    const said = await scoreRows(kind, final, find, rows, turns);
    return said && Float64Array.from(said, (one) => logitOf(one));
  }
  // Weighed here: a probability near 0 or 1 would have lost the last digits of its logit.
  const members = await ensembleLogits(ensemble, find, rows, turns);
  const { weights, bias } = ensemble.stack;
  return members?.reduce(
    (sum, logits, member) =>
      sum.map((logit, row) => logit + (weights[member] ?? 0) * (logits[row] ?? 0)),
    new Float64Array(rows.length).fill(bias),
  );
};
