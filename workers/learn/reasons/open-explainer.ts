import type { FieldType } from '#core/customers/field-definition.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { pickBackground } from '#core/predictions/reasons/pick-background.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { type ColumnSummary, summariseColumn } from '#core/predictions/reasons/summarise-column.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { minorDigits } from '#core/sales/line-total.ts';
import { mixSeed } from '#core/seeded-random.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { readSettings } from '#db/read-settings.ts';
import { openModel } from '#workers/learn/open-model.ts';
import { readModelTable } from '#workers/learn/orders/order-table.ts';
import type { CustomerTable } from '#workers/learn/read-table.ts';
import { passesTest } from '#workers/learn/self-test.ts';
import { isOnSimd } from '#workers/learn/start-backend.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { type Ground, openGround } from './open-ground.ts';

/** A model with the customers its scores are set against: small, whatever the number of customers. */
export type Explainer = {
  readonly model: ModelVersion;
  readonly final: FinalModel;
  readonly names: readonly string[];
  readonly types: readonly FieldType[];
  /** Columns that are no fields. */
  readonly own: ReadonlySet<string>;
  readonly background: readonly SourceRow[];
  /** More of them, for means over customers. */
  readonly sample: readonly SourceRow[];
  readonly summaries: readonly ColumnSummary[];
  /** Absent for a network where our kernels do not run. */
  readonly ground?: Ground;
  /** Where it was learned from orders: what a customer's row says, and the digits of its money. */
  readonly ofOrders?: {
    readonly readRow: (place: number) => SourceRow | undefined;
    readonly digits: number;
  };
};

/** A linear model is explained at once; a network is asked twice per column and background row. */
const mostBackground = { linear: 256, any: 100 };
const mostSample = 400;
/** Comparisons may be this old: a customer's own values are read each time. */
const keptMs = 600_000;

const scoredPlaces = async (db: Database, modelId: string, { rows }: CustomerTable) => {
  const takePart = new Set(rows);
  const chunks = await readColumns(db, `scores.${modelId}`);
  return chunks.flatMap(({ first, columns }) =>
    (columns.probability ?? []).flatMap((probability, at) =>
      typeof probability === 'number' && takePart.has(first + at)
        ? { place: first + at, probability }
        : [],
    ),
  );
};

/** Few rows at a time need no measuring: our own kernels, WebAssembly, or plain JavaScript. */
const startAny = async (members: number, turns: Turns): Promise<Result<null>> => {
  for (const name of ['simd', 'wasm', 'cpu'] as const)
    if (await passesTest(name, members, turns)) return accept(null);
  return refuse('backend-unavailable', { backend: 'cpu' });
};

const openFor = async (db: Database, modelId: string, turns: Turns): Promise<Result<Explainer>> => {
  const opened = await openModel(db, modelId);
  if (!opened.ok) return opened;
  const { model, final } = opened.value;
  const members = model.kind === 'reference' ? 1 : final.ensemble?.network?.members;
  if (members !== undefined) {
    const backend = await startAny(members, turns);
    if (!backend.ok) return backend;
  }
  const read = await readModelTable(db, model, turns);
  if (!read.ok) return read;
  const table = read.value;
  const most = model.kind === 'logistic' ? mostBackground.linear : mostBackground.any;
  const scored = await scoredPlaces(db, modelId, table);
  const places = pickBackground(scored, most, mixSeed(model.seed, 80));
  if (places.length === 0) return refuse('no-data');
  const columns = model.recipe.columns.map(({ name, kind }) => ({
    name,
    type: table.columns.find((column) => column.name === name)?.type ?? kind,
    values: table.find(name) ?? [],
  }));
  const takesPart = new Set(table.rows);
  const rowOf = (place: number): SourceRow => columns.map(({ values }) => values[place] ?? null);
  const ofOrders = model.fromOrders && {
    readRow: (place: number) => (takesPart.has(place) ? rowOf(place) : undefined),
    digits: minorDigits((await readSettings(db)).currency),
  };
  const names = columns.map(({ name }) => name);
  const background = places.map(rowOf);
  const isOnKernels = members === undefined || isOnSimd();
  const ground = isOnKernels
    ? openGround(model.kind, final, { names, background }, mixSeed(model.seed, 81))
    : undefined;
  return accept({
    model,
    final,
    names,
    types: columns.map(({ type }) => type),
    own: table.own,
    background,
    sample: pickBackground(scored, mostSample, mixSeed(model.seed, 82)).map(rowOf),
    summaries: columns.map((column) => summariseColumn(column, table.rows)),
    ...(ground && { ground }),
    ...(ofOrders && { ofOrders }),
  });
};

type Kept = { readonly key: string; readonly until: number; readonly explainer: Explainer };

/** Two: the lists of suggestions go by two models at once. */
const mostKept = 2;
const kept: Kept[] = [];

const keep = (one: Kept): void => {
  const others = kept.filter(({ key }) => key !== one.key).slice(0, mostKept - 1);
  kept.splice(0, kept.length, one, ...others);
};

/**
 * Opens the model in use, or the one named, with its background; the last two are kept for ten minutes.
 * Refuses: model-missing, no-data, backend-unavailable.
 */
export const openExplainer = async (
  db: Database,
  modelId: string | undefined,
  turns: Turns,
): Promise<Result<Explainer>> => {
  const { activeModel, installId } = await readMeta(db);
  const wanted = modelId ?? activeModel;
  if (wanted === undefined) return refuse('model-missing');
  const key = `${installId} ${wanted}`;
  const known = kept.find((one) => one.key === key);
  if (known !== undefined && performance.now() < known.until) return accept(known.explainer);
  const opened = await openFor(db, wanted, turns);
  if (opened.ok) keep({ key, until: performance.now() + keptMs, explainer: opened.value });
  return opened;
};
