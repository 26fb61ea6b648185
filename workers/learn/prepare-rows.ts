import type { LearnContract } from '#contracts/learn.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { type ChosenColumns, chooseColumns } from '#core/predictions/choose-columns.ts';
import { encodeRows } from '#core/predictions/encode-rows.ts';
import { fitRecipe } from '#core/predictions/fit-recipe.ts';
import { countCopies, foldRows, groupCopies } from '#core/predictions/fold-rows.ts';
import { type Labels, labelRows } from '#core/predictions/label-rows.ts';
import type { ColumnLeftOut, ColumnQuestion } from '#core/predictions/model-version.ts';
import { questionColumns } from '#core/predictions/question-columns.ts';
import type { RecipeColumn } from '#core/predictions/recipe-column.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import { splitRows } from '#core/predictions/split-rows.ts';
import type { ColumnTarget } from '#core/predictions/training-input.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import type { Sample } from './fit-network.ts';
import type { CustomerTable } from './read-table.ts';

type Input = LearnContract['train']['input'];

/** What is asked of the table, and which of its rows and columns answer. */
export type Question = {
  readonly table: CustomerTable;
  readonly answers: Labels;
  /** Places with an answer. */
  readonly labelled: Uint32Array;
  readonly used: readonly SourceColumn[];
  readonly left: readonly ColumnLeftOut[];
  /** Columns that may know the answer; those that are it are left out already. */
  readonly questions: readonly ColumnQuestion[];
  readonly asOfDay: number;
  /** Whose row each place is, where one owner has several: they are learned from or checked on together. */
  readonly owners?: Uint32Array;
  /** How many rows are copies of another; absent where they are too few to matter. */
  readonly copies?: number;
  /** Where time says what is learned from and what is measured on. */
  readonly measured?: { readonly learned: Uint32Array; readonly test: Uint32Array };
};

/** A fitted recipe and rows turned into numbers by it. */
export type Recipe = { readonly columns: readonly RecipeColumn[]; readonly width: number };

const testShare = 0.2;
const validationShare = 0.2;

/** A column that is the answer is left out, as if it were the target. */
export const withoutAnswers = (
  { used, left }: ChosenColumns,
  labelled: Uint32Array,
  labels: Int8Array,
) => {
  const questions = questionColumns(used, labelled, labels);
  const blocked = questions.filter(({ severity }) => severity === 'block');
  const isBlocked = ({ name }: SourceColumn) => blocked.some(({ column }) => column === name);
  return {
    used: used.filter((column) => !isBlocked(column)),
    left: [
      ...left,
      ...blocked.map(({ column }): ColumnLeftOut => ({ column, why: 'knows-the-answer' })),
    ],
    questions,
  };
};

/** Fewer copies than this change no figure. */
const copiesShare = 0.01;

/** A row that stands several times must not be learned from and checked on: its copies stay together. */
const keepCopiesTogether = (
  used: readonly SourceColumn[],
  labelled: Uint32Array,
  end: number,
): Pick<Question, 'owners' | 'copies'> => {
  const groups = groupCopies(used, labelled);
  const copies = countCopies(groups);
  if (copies < copiesShare * labelled.length) return {};
  const owners = new Uint32Array(end);
  labelled.forEach((row, at) => {
    owners[row] = groups[at] as number;
  });
  return { owners, copies };
};

/**
 * Reads the question, or says in one code why nothing can be learned.
 * Refuses: no-data, target-missing, target-not-binary, target-one-class, too-few-rows,
 * too-few-positives, no-usable-columns.
 */
export const askTable = (
  table: CustomerTable,
  target: ColumnTarget,
  input: Pick<Input, 'drop' | 'protectedTraits' | 'now'>,
): Result<Question> => {
  if (table.rows.length === 0) return refuse('no-data');
  const { field } = target;
  const values = table.find(field);
  if (values === undefined) return refuse('target-missing', { field });
  // Places without a customer, or of one who is left out, must not count as answers.
  const answersOf = Array.from(table.rows, (row) => values[row] ?? null);
  const answers = labelRows(answersOf, target);
  if (!answers.ok) return answers;
  const labels = new Int8Array(table.end).fill(-1);
  table.rows.forEach((row, at) => {
    labels[row] = answers.value.labels[at] ?? -1;
  });
  const labelled = table.rows.filter((row) => labels[row] !== -1);
  const rules = { target: field, drop: input.drop, protectedTraits: input.protectedTraits };
  const { used, left, questions } = withoutAnswers(
    chooseColumns(table.columns, labelled, labels, rules),
    labelled,
    labels,
  );
  if (used.length === 0) return refuse('no-usable-columns');
  const asOfDay = dayOfInstant(input.now);
  return accept({
    table,
    answers: { ...answers.value, labels },
    labelled,
    used,
    left,
    questions,
    asOfDay,
    ...keepCopiesTogether(used, labelled, table.end),
  });
};

/** Fits the recipe on these places alone. */
export const fitOn = ({ used, asOfDay }: Question, rows: Uint32Array): Recipe =>
  fitRecipe(used, rows, asOfDay);

/** The answers of these places, 0 or 1. */
export const labelsOf = ({ answers }: Question, rows: Uint32Array): Float32Array =>
  Float32Array.from(rows, (row) => (answers.labels[row] === 1 ? 1 : 0));

/** Places as inputs and answers. */
export const sampleOf = (question: Question, recipe: Recipe, rows: Uint32Array): Sample => ({
  matrix: encodeRows(recipe, question.table.find, rows),
  labels: labelsOf(question, rows),
});

/**
 * The rows of the measured fit: a fifth is set aside for the figures, a fifth of the rest for the loss
 * beside the training's. By seed with both answers in proportion, or the last rows of the table, where
 * rows stand in the order they came in.
 */
export const splitForMeasuring = (
  { labelled, answers, owners, measured }: Question,
  seed: number,
  split: 'random' | 'rows' = 'random',
) => {
  const cut = (rows: Uint32Array, share: number, part: number) => {
    if (owners !== undefined && split === 'random') {
      const whose = rows.map((row) => owners[row] ?? 0);
      const labels = rows.map((row) => (answers.labels[row] === 1 ? 1 : 0));
      const foldOf = foldRows(labels, whose, Math.round(1 / share), mixSeed(seed, part));
      return {
        rest: rows.filter((_row, at) => foldOf[at] !== 0),
        aside: rows.filter((_row, at) => foldOf[at] === 0),
      };
    }
    if (split === 'random')
      return splitRows(rows, answers.labels, share, seededRandom(mixSeed(seed, part)));
    const end = Math.round(rows.length * (1 - share));
    return { rest: rows.subarray(0, end), aside: rows.subarray(end) };
  };
  const outer =
    measured === undefined
      ? cut(labelled, testShare, 1)
      : { rest: measured.learned, aside: measured.test };
  const inner = cut(outer.rest, validationShare, 2);
  return { learned: outer.rest, train: inner.rest, validation: inner.aside, test: outer.aside };
};
