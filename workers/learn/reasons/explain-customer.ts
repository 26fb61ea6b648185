import type { CustomerReasons, LearnContract } from '#contracts/learn.ts';
import { readTold, toldValue } from '#core/predictions/from-orders/told-value.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { type Turns, takeTurns } from '#workers/learn/take-turns.ts';
import { explainRows } from './explain-rows.ts';
import { modelLogits } from './model-logits.ts';
import { type Explainer, openExplainer } from './open-explainer.ts';
import { findScored, readPlace, readPlaces } from './read-place.ts';

type Of = LearnContract['explain']['input'];
type WhatIf = LearnContract['whatIf'];
type Places = LearnContract['explainPlaces'];

const openBoth = async (
  db: Database,
  { modelId, customerId }: Of,
  turns: Turns,
): Promise<Result<{ explainer: Explainer; ord: number; row: SourceRow }>> => {
  const explainer = await openExplainer(db, modelId, turns);
  if (!explainer.ok) return explainer;
  const ord = await findScored(db, explainer.value.model.id, customerId);
  if (!ord.ok) return ord;
  const row = await readRow(db, ord.value, explainer.value);
  if (!row.ok) return row;
  return accept({ explainer: explainer.value, ord: ord.value, row: row.value });
};

/** As it is now; what orders said stays that of the morning the scores look from. */
const readRow = async (
  db: Database,
  ord: number,
  explainer: Explainer,
): Promise<Result<SourceRow>> => {
  if (explainer.ofOrders === undefined) return readPlace(db, ord, explainer);
  const row = explainer.ofOrders.readRow(ord);
  return row === undefined ? refuse('not-scored') : accept(row);
};

/** Values of orders as a person knows them. */
const tell = (reasons: CustomerReasons, { ofOrders }: Explainer): CustomerReasons => {
  if (ofOrders === undefined) return reasons;
  const told = (column: string, value: CustomValue) => toldValue(column, value, ofOrders.digits);
  const columns = reasons.columns.map((reason) => {
    const { column, value, compared } = reason;
    const usual = compared.kind === 'order' ? told(column, compared.usual) : null;
    return {
      ...reason,
      value: told(column, value),
      compared:
        compared.kind === 'order' && typeof usual === 'number' ? { ...compared, usual } : compared,
    };
  });
  return { ...reasons, columns };
};

/**
 * Why this customer has this score. Writes nothing.
 * Refuses: model-missing, not-found, not-scored, no-data, backend-unavailable, cancelled.
 */
export const explainCustomer = async (
  db: Database,
  input: Of,
  job: Job<never>,
): Promise<Result<LearnContract['explain']['output']>> => {
  const turns = takeTurns(job);
  const opened = await openBoth(db, input, turns);
  if (!opened.ok) return opened;
  const { explainer, ord, row } = opened.value;
  const [reasons] = (await explainRows(explainer, [{ ord, row }], turns)) ?? [];
  return reasons === undefined ? refuse('cancelled') : accept(tell(reasons, explainer));
};

/**
 * The score this customer would have with other values. Writes nothing; columns the model does not
 * use change nothing. Refuses what explainCustomer refuses.
 */
export const scoreWhatIf = async (
  db: Database,
  input: WhatIf['input'],
  job: Job<never>,
): Promise<Result<WhatIf['output']>> => {
  const turns = takeTurns(job);
  const opened = await openBoth(db, input, turns);
  if (!opened.ok) return opened;
  const { model, final, names, ofOrders } = opened.value.explainer;
  // Changed to null means emptied.
  const changes = new Map(Object.entries(input.changes));
  const changed = opened.value.row.map((value, at) => {
    const change = changes.get(names[at] ?? '');
    if (change === undefined) return value;
    return ofOrders === undefined ? change : readTold(names[at] ?? '', change, ofOrders.digits);
  });
  const { find, places } = tableOf(names, [changed]);
  const logits = await modelLogits(model.kind, final, find, places, turns);
  if (logits === undefined) return refuse('cancelled');
  return accept({ said: 1 / (1 + Math.exp(-(logits[0] ?? 0))) });
};

/** Reasons for customers at these places of `target`, by a model of `db`. */
export const explainPlaces = async (
  db: Database,
  target: Database,
  { modelId, places }: Pick<Places['input'], 'modelId' | 'places'>,
  job: Job<Places['progress']>,
): Promise<Result<Places['output']>> => {
  const startedAt = performance.now();
  const turns = takeTurns(job);
  const explainer = await openExplainer(db, modelId, turns);
  if (!explainer.ok) return explainer;
  const rows = await readPlaces(target, places, explainer.value);
  if (!rows.ok) return rows;
  const reasons = await explainRows(explainer.value, rows.value, turns, (fraction) =>
    job.progress({ fraction }),
  );
  if (reasons === undefined) return refuse('cancelled');
  return accept({ reasons, ms: Math.round(performance.now() - startedAt) });
};
