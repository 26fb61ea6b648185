import type { ColumnReason, CustomerReasons } from '#contracts/learn.ts';
import { sigmoid } from '#core/predictions/logit.ts';
import { attributeLinear } from '#core/predictions/reasons/attribute-linear.ts';
import { type Attribution, incompleteness } from '#core/predictions/reasons/contribution.ts';
import { planWalks, type SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { readWalks } from '#core/predictions/reasons/read-walks.ts';
import { compareValue } from '#core/predictions/reasons/summarise-column.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { modelLogits } from './model-logits.ts';
import type { Explainer } from './open-explainer.ts';

const mostChoices = 100;

const attribute = async (
  { model, final, names, background }: Explainer,
  row: SourceRow,
  turns: Turns,
): Promise<{ readonly attribution: Attribution; readonly rows: number } | undefined> => {
  if (model.kind === 'logistic') {
    const [kernel, bias] = final.parameters;
    const linear = {
      recipe: final.recipe,
      weights: kernel?.values ?? [],
      bias: bias?.values[0] ?? 0,
    };
    const attribution = attributeLinear(linear, row, background);
    return { attribution, rows: background.length + 1 };
  }
  const plan = planWalks(row, background, seededRandom(mixSeed(model.seed, 81)));
  const { find, places } = tableOf(names, plan.rows);
  const logits = await modelLogits(model.kind, final, find, places, turns);
  return logits && { attribution: readWalks(plan, logits), rows: plan.rows.length };
};

/** Reasons for one customer's values; undefined when cancelled. */
export const explainRow = async (
  explainer: Explainer,
  ord: number,
  row: SourceRow,
  turns: Turns,
): Promise<CustomerReasons | undefined> => {
  const found = await attribute(explainer, row, turns);
  if (found === undefined) return undefined;
  const { attribution, rows } = found;
  const { names, types, summaries, background } = explainer;
  const columns = attribution.columns.flatMap((contribution, at): ColumnReason[] => {
    const [column, type, summary] = [names[at], types[at], summaries[at]];
    if (column === undefined || type === undefined || summary === undefined) return [];
    const value = row[at] ?? null;
    const choices =
      summary.kind === 'share'
        ? summary.counts.flatMap(([choice]) => choice ?? []).slice(0, mostChoices)
        : [];
    return [
      { ...contribution, column, type, value, compared: compareValue(summary, value), choices },
    ];
  });
  return {
    ord,
    said: sigmoid(attribution.said),
    base: sigmoid(attribution.base),
    columns: columns.sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi)),
    incompleteness: incompleteness(attribution),
    background: background.length,
    rows,
  };
};
