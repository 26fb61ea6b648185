import { areEnough, compareByFigures, compareOnRows } from '#core/predictions/compare-models.ts';
import { isSameQuestion } from '#core/predictions/is-same-question.ts';
import type { Comparison, ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chunkRows, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord } from '#db/sealed-table.ts';
import type { Unseen } from '#workers/learn/measure-models.ts';
import { openModel } from '#workers/learn/open-model.ts';
import { labelsOf, type Question } from '#workers/learn/prepare-rows.ts';
import { scoreRows } from '#workers/learn/score-rows.ts';
import { startScoring } from '#workers/learn/start-scoring.ts';
import type { Turns } from '#workers/learn/take-turns.ts';

const findActive = async (db: Database): Promise<ModelVersion | undefined> => {
  const { activeModel } = await readMeta(db);
  return activeModel === undefined ? undefined : findRecord(db, 'models', activeModel);
};

/** The person has just said that the model in use goes by something it must not: nothing to compare. */
const isCorrection = (model: ModelVersion, active: ModelVersion): boolean => {
  const goesBy = new Set(active.recipe.columns.map(({ name }) => name));
  return model.recipe.left.some(({ column, why }) => why === 'dropped' && goesBy.has(column));
};

/**
 * Of the rows not seen by the new model those the other has not learned from either. Of a column:
 * customers who had no answer when it was trained. Of orders: all, where the morning measured on is
 * none before the one its own scores look from, else none: it has seen a part of what came after.
 */
const unseenByBoth = async (
  db: Database,
  model: ModelVersion,
  active: ModelVersion,
  { rows }: Unseen,
  question: Question,
): Promise<Uint32Array> => {
  if (model.fromOrders !== undefined) {
    const { measuredOn } = model.fromOrders;
    const isAfter = measuredOn >= (active.fromOrders?.asOf ?? Number.POSITIVE_INFINITY);
    return question.measured !== undefined && isAfter ? rows : rows.subarray(0, 0);
  }
  const chunks = new Map(
    (await readColumns(db, `scores.${active.id}`)).map(({ first, columns }) => [first, columns]),
  );
  return rows.filter((row) => {
    const columns = chunks.get(row - (row % chunkRows));
    // A chunk that is not there holds customers who came later.
    return (
      columns === undefined ||
      (columns.answered !== undefined && !columns.answered[row % chunkRows])
    );
  });
};

const scoreActive = async (
  db: Database,
  active: ModelVersion,
  question: Question,
  rows: Uint32Array,
  turns: Turns,
) => {
  const opened = await openModel(db, active.id);
  if (!opened.ok) return opened;
  const { final } = opened.value;
  const started = await startScoring(active, final, rows.length, 'auto', turns);
  if (!started.ok) return started;
  const said = await scoreRows(active.kind, final, question.table.find, rows, turns);
  return said === undefined ? refuse('cancelled') : accept(said);
};

/**
 * How a new model stands against the one in use for the same question. Both are measured on rows
 * neither has learned from where there are enough; else by the figures of their own trainings: on rows
 * it learned from the older one would look better than it is. Undefined: there is none, or the person
 * has taken a column from it. Refuses: cancelled.
 */
export const compareWithActive = async (
  db: Database,
  model: ModelVersion,
  question: Question,
  unseen: Unseen,
  turns: Turns,
): Promise<Result<Comparison | undefined>> => {
  const active = await findActive(db);
  if (active === undefined || !isSameQuestion(model, active)) return accept(undefined);
  if (isCorrection(model, active)) return accept(undefined);
  const modelId = active.id;
  const byFigures = () => accept({ modelId, ...compareByFigures(model, active) });
  const rows = await unseenByBoth(db, model, active, unseen, question);
  const labels = labelsOf(question, rows);
  if (!areEnough(labels)) return byFigures();
  const theirs = await scoreActive(db, active, question, rows, turns);
  if (!theirs.ok) return theirs.refusal.code === 'cancelled' ? theirs : byFigures();
  const places = new Map(Array.from(unseen.rows, (row, at) => [row, at]));
  const ours = Float64Array.from(rows, (row) => unseen.said[places.get(row) ?? -1] ?? 0.5);
  const owners = question.owners && rows.map((row) => question.owners?.[row] ?? 0);
  return accept({ modelId, ...compareOnRows(ours, theirs.value, labels, owners) });
};
