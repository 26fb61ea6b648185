import type { LearnContract } from '#contracts/learn.ts';
import { dayOfInstant } from '#core/day-number.ts';
import type { OrderTarget } from '#core/predictions/from-orders/order-target.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { ColumnTarget } from '#core/predictions/training-input.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Watch } from './measure-models.ts';
import { askOrders } from './orders/ask-orders.ts';
import { openOrderBook } from './orders/order-book.ts';
import { askTable, type Question } from './prepare-rows.ts';
import { readTable } from './read-table.ts';
import type { Scored } from './save-model.ts';
import type { Turns } from './take-turns.ts';

type Input = LearnContract['train']['input'];
/** There is nothing to keep yet. */
type AskWatch = Omit<Watch, 'keep'>;

/** What is asked, and who is to be scored: places of customers, and their rows in the question's table. */
export type Asked = {
  readonly question: Question;
  readonly rows: Uint32Array;
  readonly table: Scored;
  readonly fromOrders?: ModelVersion['fromOrders'];
  readonly readMs: number;
};
const cancelled = refuse('cancelled');

/** A clock that tells the time worked since it was last asked, whole ms; resting is no work. */
export const stopwatch = ({ restedMs }: Pick<Turns, 'restedMs'>) => {
  let since = performance.now() - restedMs();
  return () => {
    const now = performance.now() - restedMs();
    const ms = Math.round(now - since);
    since = now;
    return ms;
  };
};

const askColumn = async (
  db: Database,
  target: ColumnTarget,
  input: Input,
  watch: AskWatch,
): Promise<Result<Asked>> => {
  const lap = stopwatch(watch.turns);
  const table = await readTable(db);
  const readMs = lap();
  if (await watch.turns.take()) return cancelled;
  watch.progress({ phase: 'features', fraction: 0.04 });
  const question = askTable(table, target, input);
  if (!question.ok) return question;
  const { labels } = question.value.answers;
  const isAnswered = (row: number) => labels[row] !== -1;
  const scored = { ...table, isAnswered };
  return accept({ question: question.value, rows: table.rows, table: scored, readMs });
};

const askAboutOrders = async (
  db: Database,
  target: OrderTarget,
  input: Input,
  watch: AskWatch,
): Promise<Result<Asked>> => {
  const lap = stopwatch(watch.turns);
  const book = await openOrderBook(db, target, watch.turns);
  if (!book.ok) return book;
  const readMs = lap();
  watch.progress({ phase: 'features', fraction: 0.04 });
  const asked = await askOrders(book.value, dayOfInstant(input.now), input, watch.turns);
  if (!asked.ok) return asked;
  const { question, scored, days, asOf } = asked.value;
  const { table, name } = book.value;
  const [measuredOn = asOf] = days;
  return accept({
    question,
    rows: question.table.rows.subarray(question.labelled.length),
    table: { rows: scored, directory: table.directory, end: table.end },
    readMs,
    fromOrders: { target, asOf, learnedFrom: [...days], measuredOn, ...(name && { name }) },
  });
};

/** Reads the customers or their orders and asks. Refuses: what askTable and askOrders refuse, cancelled. */
export const askQuestion = (
  db: Database,
  input: Input,
  watch: AskWatch,
): Promise<Result<Asked>> => {
  const { target } = input;
  return target.kind === 'buys' || target.kind === 'lost'
    ? askAboutOrders(db, target, input, watch)
    : askColumn(db, target, input, watch);
};
