import type { ModelReceipt } from '#contracts/learn.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result } from '#core/result.ts';
import type { ColumnWrite } from '#db/columns.ts';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { CustomerTable } from './read-table.ts';

/** Versions kept, the new one included. */
const versionsKept = 5;

/** Who was scored: places, in the order of the probabilities. */
export type Scored = Pick<CustomerTable, 'directory' | 'rows' | 'end'> & {
  /** Whose answer was known; of orders none is. */
  readonly isAnswered?: (row: number) => boolean;
};

const setOf = (modelId: string): string => `scores.${modelId}`;

/** Columns beside the directory's chunks; who is not scored has no probability. */
const scoreColumns = (
  modelId: string,
  { directory, rows, end, isAnswered }: Scored,
  probabilities: Float32Array,
): ColumnWrite[] => {
  const byPlace = new Array<number | null>(end).fill(null);
  rows.forEach((row, at) => {
    byPlace[row] = probabilities[at] ?? null;
  });
  return directory.map(({ first, ids }) => ({
    set: setOf(modelId),
    first,
    ids,
    columns: {
      probability: byPlace.slice(first, first + ids.length),
      ...(isAnswered && { answered: ids.map((_id, row) => isAnswered(first + row)) }),
    },
  }));
};

/** The oldest beyond those kept; the one in use stays, however old, while a candidate waits beside it. */
const outdated = async (db: Database, isCandidate: boolean): Promise<readonly string[]> => {
  const models = await listRecords(db, 'models', { index: 'createdAt', reverse: true });
  const { activeModel } = await readMeta(db);
  const stays = models.filter(({ id }) => isCandidate && id === activeModel).length;
  return models
    .filter(({ id }) => !isCandidate || id !== activeModel)
    .slice(versionsKept - 1 - stays)
    .map(({ id }) => id);
};

/**
 * Writes the model, everybody's score, and, unless it is a candidate beside the one in use, "this is the
 * model in use" in one transaction; versions beyond five go. Until it resolves the previous model is in
 * use. Refuses: storage-full.
 */
export const saveModel = async (
  db: Database,
  model: ModelVersion,
  ensemble: Ensemble | undefined,
  table: Scored,
  probabilities: Float32Array,
): Promise<Result<ModelReceipt>> => {
  const isCandidate = model.against !== undefined;
  const old = await outdated(db, isCandidate);
  const removals: Write[] = old.flatMap((remove): Write[] => [
    { table: 'models', remove },
    { table: 'modelBodies', remove },
  ]);
  const { id, createdAt, updatedAt, rev } = model;
  const body: Write[] =
    ensemble === undefined
      ? []
      : [{ table: 'modelBodies', record: { id, createdAt, updatedAt, rev, ...ensemble } }];
  const saved = await commit(db, {
    label: 'model-trained',
    now: model.createdAt,
    undoable: false,
    writes: [{ table: 'models', record: model }, ...body, ...removals],
    columns: [
      ...scoreColumns(model.id, table, probabilities),
      ...old.map((id): ColumnWrite => ({ set: setOf(id), drop: true })),
    ],
    ...(!isCandidate && { meta: { activeModel: model.id } }),
  });
  if (!saved.ok) return saved;
  const { weights, ...receipt } = model;
  return accept({ ...receipt, rev: 1 });
};
