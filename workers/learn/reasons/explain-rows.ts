import type { ColumnReason, CustomerReasons } from '#contracts/learn.ts';
import { sigmoid } from '#core/predictions/logit.ts';
import { incompleteness } from '#core/predictions/reasons/contribution.ts';
import { planWalks, type SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { readWalks } from '#core/predictions/reasons/read-walks.ts';
import { compareValue } from '#core/predictions/reasons/summarise-column.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { type Attributed, attributeRows } from './attribute-rows.ts';
import { modelLogits } from './model-logits.ts';
import type { Explainer } from './open-explainer.ts';

const mostChoices = 100;
/** Rows taken at once: what they share in the trees is computed once, and their numbers stay near. */
const blockRows = 128;

/** A network without our kernels: every row of the walks is scored as any other. */
const attributeSlowly = async (
  { model, final, names, background }: Explainer,
  row: SourceRow,
  turns: Turns,
): Promise<Attributed | undefined> => {
  const plan = planWalks(row, background, seededRandom(mixSeed(model.seed, 81)));
  const { find, places } = tableOf(names, plan.rows);
  const logits = await modelLogits(model.kind, final, find, places, turns);
  return logits && { attribution: readWalks(plan, logits), rows: plan.rows.length };
};

const attribute = async (
  explainer: Explainer,
  rows: readonly SourceRow[],
  turns: Turns,
): Promise<readonly Attributed[] | undefined> => {
  if (explainer.ground !== undefined) return attributeRows(explainer.ground, rows, turns);
  const found: Attributed[] = [];
  for (const row of rows) {
    const one = await attributeSlowly(explainer, row, turns);
    if (one === undefined) return undefined;
    found.push(one);
  }
  return found;
};

const tell = (
  { names, types, summaries, background }: Explainer,
  { ord, row }: OrdRow,
  { attribution, rows }: Attributed,
): CustomerReasons => {
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

/** A customer's place and values. */
export type OrdRow = { readonly ord: number; readonly row: SourceRow };

/** Reasons for customers' values, in their order; undefined when cancelled. */
export const explainRows = async (
  explainer: Explainer,
  customers: readonly OrdRow[],
  turns: Turns,
  onFraction: (fraction: number) => void = () => undefined,
): Promise<readonly CustomerReasons[] | undefined> => {
  const told: CustomerReasons[] = [];
  for (let from = 0; from < customers.length; from += blockRows) {
    if (await turns.take()) return undefined;
    const block = customers.slice(from, from + blockRows);
    const found = await attribute(
      explainer,
      block.map(({ row }) => row),
      turns,
    );
    if (found === undefined) return undefined;
    block.forEach((customer, at) => {
      const one = found[at];
      if (one !== undefined) told.push(tell(explainer, customer, one));
    });
    onFraction(told.length / customers.length);
  }
  return told;
};
