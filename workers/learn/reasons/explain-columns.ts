import type { LearnContract } from '#contracts/learn.ts';
import type { ColumnEffect } from '#core/predictions/effects/column-effect.ts';
import { toldValue } from '#core/predictions/from-orders/told-value.ts';
import { sigmoid } from '#core/predictions/logit.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { takeTurns } from '#workers/learn/take-turns.ts';
import { measureColumnEffect } from './column-effects.ts';
import { modelLogits } from './model-logits.ts';
import { type Explainer, openExplainer } from './open-explainer.ts';

type Effects = LearnContract['effects'];

const tell = (effect: ColumnEffect, { ofOrders }: Explainer): ColumnEffect =>
  ofOrders === undefined
    ? effect
    : {
        ...effect,
        points: effect.points.map((point) => ({
          ...point,
          value: toldValue(effect.column, point.value, ofOrders.digits),
        })),
      };

/**
 * How the values of some columns move the scores of the model in use, or the one named. Writes nothing.
 * Refuses: model-missing, no-data, backend-unavailable, cancelled.
 */
export const explainColumns = async (
  db: Database,
  { modelId, columns }: Effects['input'],
  job: Job<never>,
): Promise<Result<Effects['output']>> => {
  const turns = takeTurns(job);
  const opened = await openExplainer(db, modelId, turns);
  if (!opened.ok) return opened;
  const explainer = opened.value;
  const { model, final, names, sample } = explainer;
  const say = async (rows: readonly SourceRow[]) => {
    if (await turns.take()) return undefined;
    const { find, places } = tableOf(names, rows);
    return modelLogits(model.kind, final, find, places, turns);
  };
  const usual = await say(sample);
  if (usual === undefined) return refuse('cancelled');
  const effects: ColumnEffect[] = [];
  for (const column of columns) {
    const at = names.indexOf(column);
    const kind = model.recipe.columns[at]?.kind;
    if (kind === undefined) continue;
    const effect = await measureColumnEffect({ column, kind, at, rows: sample, say });
    if (effect === undefined) return refuse('cancelled');
    effects.push(tell(effect, explainer));
  }
  const mean = usual.reduce((sum, logit) => sum + logit, 0) / Math.max(1, usual.length);
  return accept({ usual: sigmoid(mean), effects, customers: sample.length });
};
