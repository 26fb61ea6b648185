import { chooseColumns } from '#core/predictions/choose-columns.ts';
import {
  cameTrue,
  horizonOf,
  nameOrderTarget,
} from '#core/predictions/from-orders/order-target.ts';
import { snapshotDays } from '#core/predictions/from-orders/snapshot-days.ts';
import { firstDayOf } from '#core/predictions/from-orders/snapshot-table.ts';
import { type Labels, weighAnswers } from '#core/predictions/label-rows.ts';
import type { ColumnLeftOut } from '#core/predictions/model-version.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, sampleIndices, seededRandom } from '#core/seeded-random.ts';
import { type Question, withoutAnswers } from '#workers/learn/prepare-rows.ts';
import type { CustomerTable } from '#workers/learn/read-table.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { OrderBook } from './order-book.ts';
import { type DayRows, rowsOfDay } from './rows-of-day.ts';

/** A question of orders as rows: those with an answer first, then those to be scored. */
export type OrderQuestion = {
  readonly question: Question;
  /** Places of the customers to be scored, in the order of the last rows. */
  readonly scored: Uint32Array;
  readonly days: readonly number[];
  readonly asOf: number;
};

export type AskRules = {
  readonly drop: readonly string[];
  readonly protectedTraits: 'use' | 'drop';
  readonly seed: number;
};

/** Earlier mornings learned from, beside the latest one and one between. */
const mostCertain = 2;
/** More rows than these only take longer: then a drawn part of the customers teaches. */
const mostOfDay = 2_500;

/**
 * The latest morning whose answers are certain, one between, and earlier ones whose answers were certain
 * by the latest: what these teach can be measured on it.
 */
export const planDays = (firstDay: number, asOf: number, horizon: number): number[] => {
  const [latest, ...earlier] = snapshotDays(firstDay, asOf, horizon);
  if (latest === undefined) return [];
  const certain = earlier.filter((day) => day <= latest - horizon);
  const overlapping = earlier.filter((day) => day > latest - horizon);
  const between = overlapping[Math.floor(overlapping.length / 2)];
  // A young book has no certain ones: then it is looked at as often as it allows.
  const others =
    certain.length === 0
      ? overlapping.slice(0, mostCertain + 1)
      : [between, ...certain.slice(0, mostCertain)];
  return [latest, ...others.filter((day) => day !== undefined)];
};

const draw = (customers: Uint32Array, count: number, seed: number): Uint32Array =>
  sampleIndices(customers.length, count, seededRandom(seed)).map((at) => customers[at] ?? 0);

const readDays = async (
  book: OrderBook,
  days: readonly number[],
  asOf: number,
  seed: number,
  turns: Turns,
): Promise<DayRows[] | undefined> => {
  const { customers } = book.histories;
  const shortest = Math.min(...days);
  const read: DayRows[] = [];
  for (const [at, day] of [...days, asOf].entries()) {
    const who = at === days.length ? customers : draw(customers, mostOfDay, mixSeed(seed, 80 + at));
    const rows = await rowsOfDay(book, who, { day, shortest }, turns);
    if (rows === undefined) return undefined;
    read.push(rows);
  }
  return read;
};

/** One day under the other; the fields of customers beside them, as they are today. */
const joinDays = (read: readonly DayRows[], fields: readonly SourceColumn[]): SourceColumn[] => {
  const ofOrders = (read[0]?.columns ?? []).map((column, at) => ({
    ...column,
    values: read.flatMap(({ columns }) => columns[at]?.values ?? []),
  }));
  const places = read.flatMap(({ customer }) => [...customer]);
  const ofCustomers = fields.map((column) => ({
    ...column,
    values: places.map((place) => column.values[place] ?? null),
  }));
  return [...ofOrders, ...ofCustomers];
};

/** A date of today may be one nobody knew on the earlier mornings, and means another distance on each. */
const isDate = ({ type }: SourceColumn): boolean => type === 'date';

const tableOf = (
  { table }: OrderBook,
  columns: readonly SourceColumn[],
  end: number,
): CustomerTable => {
  const byName = new Map(columns.map(({ name, values }) => [name, values]));
  return {
    end,
    rows: Uint32Array.from({ length: end }, (_, row) => row),
    columns,
    own: table.own,
    directory: [],
    find: (name) => byName.get(name),
  };
};

const labelDays = (book: OrderBook, known: readonly DayRows[], end: number): Labels => {
  const { target, histories, isMeant, name } = book;
  const answers = known.flatMap(({ day, customer }) =>
    Array.from(customer, (one) => (cameTrue(target, histories.orders, one, day, isMeant) ? 1 : 0)),
  );
  const labels = new Int8Array(end).fill(-1);
  labels.set(answers);
  return {
    target: { field: nameOrderTarget(target, name), positive: 'yes' },
    labels,
    labelled: answers.length,
    positives: answers.reduce<number>((sum, answer) => sum + answer, 0),
  };
};

const enough = (rows: Uint32Array, { labels, target }: Labels): boolean => {
  const positives = rows.reduce((sum, row) => sum + (labels[row] === 1 ? 1 : 0), 0);
  return weighAnswers(target, rows.length, positives) === undefined;
};

/**
 * What is learned from to be measured, and on what: earlier mornings on the latest one, where their
 * answers were certain by then. A young book has none: there the customers are halved instead.
 */
const splitDays = (known: readonly DayRows[], horizon: number, answers: Labels) => {
  const [latest] = known;
  if (latest === undefined) return undefined;
  const dayOf = known.flatMap(({ day, customer }) => Array.from(customer, () => day));
  const rows = Uint32Array.from(dayOf, (_, row) => row);
  const learned = rows.filter((row) => (dayOf[row] ?? 0) <= latest.day - horizon);
  const test = rows.subarray(0, latest.customer.length);
  return enough(learned, answers) && enough(test, answers) ? { learned, test } : undefined;
};

/** Columns of orders are left out only where they say nothing; fields by the rules of any table. */
const choose = (
  columns: readonly SourceColumn[],
  ofOrders: number,
  latest: Uint32Array,
  { labels, labelled }: Labels,
  { drop, protectedTraits }: AskRules,
) => {
  const saysNothing = ({ name, values }: SourceColumn): ColumnLeftOut['why'] | undefined => {
    if (drop.includes(name)) return 'dropped';
    const known = values.slice(0, labelled).filter((value) => value !== null);
    if (known.length === 0) return 'all-missing';
    return known.every((value) => value === known[0]) ? 'constant' : undefined;
  };
  const left = columns.flatMap((column, at): ColumnLeftOut[] => {
    const why = at < ofOrders ? saysNothing(column) : isDate(column) ? 'as-of-today' : undefined;
    return why === undefined ? [] : [{ column: column.name, why }];
  });
  const stays = ({ name }: SourceColumn) => !left.some(({ column }) => column === name);
  const fields = columns.slice(ofOrders).filter(stays);
  // One row a customer: else nothing would look like a numbering.
  const rules = { target: '', drop, protectedTraits };
  const chosen = withoutAnswers(chooseColumns(fields, latest, labels, rules), latest, labels);
  return {
    used: [...columns.slice(0, ofOrders).filter(stays), ...chosen.used],
    left: [...left, ...chosen.left],
    questions: chosen.questions,
  };
};

/**
 * The question as rows of customers on mornings. Looked from is `today`, or the day after the newest
 * order where that is earlier: days nothing is known of must not count as days without an order.
 * Refuses: no-orders, too-few-rows, target-one-class, too-few-positives, cancelled.
 */
export const askOrders = async (
  book: OrderBook,
  today: number,
  rules: AskRules,
  turns: Turns,
): Promise<Result<OrderQuestion>> => {
  const { target, table, histories } = book;
  const horizon = horizonOf(target);
  const asOf = Math.min(today, book.lastDay + 1);
  const days = planDays(firstDayOf(histories.orders), asOf, horizon);
  const read = await readDays(book, days, asOf, rules.seed, turns);
  if (read === undefined) return refuse('cancelled');
  const columns = joinDays(read, table.columns);
  const [known, now] = [read.slice(0, -1), read.at(-1)];
  if (now === undefined) return refuse('no-orders');
  const end = read.reduce((sum, { customer }) => sum + customer.length, 0);
  const answers = labelDays(book, known, end);
  const refused = weighAnswers(answers.target, answers.labelled, answers.positives);
  if (refused !== undefined) return refused;
  const all = tableOf(book, columns, end);
  const labelled = all.rows.subarray(0, answers.labelled);
  const latest = all.rows.subarray(0, known[0]?.customer.length ?? 0);
  const measured = splitDays(known, horizon, answers);
  const ofOrders = now.columns.length;
  const question: Question = {
    ...choose(columns, ofOrders, latest, answers, rules),
    table: all,
    answers,
    labelled,
    asOfDay: asOf,
    owners: Uint32Array.from(read.flatMap(({ customer }) => [...customer])),
    ...(measured && { measured }),
  };
  return accept({ question, scored: Uint32Array.from(now.customer), days, asOf });
};
