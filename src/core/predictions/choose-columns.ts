import { looksLikeIdentifier } from '#core/segments/looks-like-identifier.ts';
import { isProtectedTrait } from './is-protected-trait.ts';
import type { ColumnLeftOut } from './model-version.ts';
import { numberOf, type SourceColumn, textOf } from './source-column.ts';

export type ColumnRules = {
  readonly target: string;
  readonly drop: readonly string[];
  readonly protectedTraits: 'use' | 'drop';
};

export type ChosenColumns = {
  readonly used: readonly SourceColumn[];
  readonly left: readonly ColumnLeftOut[];
};

type Why = ColumnLeftOut['why'];

const namedLikeIdentifier = /(?:^|[^\p{L}])(?:id|uuid|guid|nr|phone|tel|email|编号|电话)$/iu;

const distinctTexts = (column: SourceColumn, rows: Uint32Array) => {
  const texts = new Set<string>();
  let present = 0;
  for (const row of rows) {
    const text = textOf(column.values[row]);
    if (text === null) continue;
    present += 1;
    texts.add(text);
  }
  return { distinct: texts.size, present };
};

/** True when each of a few values goes with one answer only: the answer written a second time. */
const repeatsTarget = (column: SourceColumn, rows: Uint32Array, labels: Int8Array): boolean => {
  const answerOf = new Map<string, number>();
  const answers = new Set<number>();
  for (const row of rows) {
    const text = textOf(column.values[row]) ?? '';
    const label = labels[row] ?? -1;
    if ((answerOf.get(text) ?? label) !== label) return false;
    answerOf.set(text, label);
    if (answerOf.size > 10) return false;
    answers.add(label);
  }
  return answers.size === 2;
};

const isNumbering = (column: SourceColumn, rows: Uint32Array, distinct: number): boolean => {
  if (column.type === 'date' || column.type === 'yesno') return false;
  if (column.type !== 'number') return distinct > 50 && distinct > rows.length / 2;
  if (distinct > 50 && distinct >= rows.length * 0.95 && namedLikeIdentifier.test(column.name))
    return true;
  const values = Float64Array.from(rows, (row) => numberOf(column.values[row]));
  return looksLikeIdentifier({ name: column.name, log: false, values });
};

const whyByWish = ({ name }: SourceColumn, { target, drop }: ColumnRules): Why | undefined => {
  if (name === target) return 'target';
  return drop.includes(name) ? 'dropped' : undefined;
};

const whyByKind = (
  { name, type, learnable, values }: SourceColumn,
  rows: Uint32Array,
  { protectedTraits }: ColumnRules,
): Why | undefined => {
  if (rows.every((row) => textOf(values[row]) === null)) return 'all-missing';
  if (protectedTraits === 'drop' && isProtectedTrait(name)) return 'protected';
  if (learnable) return undefined;
  if (type === 'text') return 'free-text';
  return protectedTraits === 'drop' ? 'not-learnable' : undefined;
};

/** What fewer customers have tells nothing of the others. */
const fewestPresent = 10;
const presentShare = 0.002;

export const isNearlyEmpty = (present: number, rows: number): boolean =>
  present < Math.max(fewestPresent, presentShare * rows);

const whyByValues = (
  column: SourceColumn,
  rows: Uint32Array,
  labels: Int8Array,
): Why | undefined => {
  const { distinct, present } = distinctTexts(column, rows);
  if (isNearlyEmpty(present, rows.length)) return 'nearly-empty';
  // "Filled in or not" may tell something of a choice; a number's gap becomes its median.
  const gapTells = column.type === 'choice' || column.type === 'yesno';
  if (distinct === 1 && (present === rows.length || !gapTells)) return 'constant';
  if (column.type === 'text' && (distinct > 255 || distinct > present / 5)) return 'free-text';
  if (isNumbering(column, rows, distinct)) return 'identifier';
  return repeatsTarget(column, rows, labels) ? 'same-as-target' : undefined;
};

/**
 * Which columns are learned from, and why the others are not. `rows` are those with an answer;
 * `labels` has one entry per row of the table.
 */
export const chooseColumns = (
  columns: readonly SourceColumn[],
  rows: Uint32Array,
  labels: Int8Array,
  rules: ColumnRules,
): ChosenColumns => {
  const used: SourceColumn[] = [];
  const left: ColumnLeftOut[] = [];
  for (const column of columns) {
    const why =
      whyByWish(column, rules) ??
      whyByKind(column, rows, rules) ??
      whyByValues(column, rows, labels);
    if (why === undefined) used.push(column);
    else left.push({ column: column.name, why });
  }
  return { used, left };
};
