import type { LearnContract, RepurchaseForecast } from '#contracts/learn.ts';
import { dayNumber, dayText } from '#core/day-number.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { keepNothing } from '#workers/learn/checkpoint/keep-part.ts';
import { learnEnsemble } from '#workers/learn/ensemble/learn-ensemble.ts';
import type { Watch } from '#workers/learn/measure-models.ts';
import type { Question } from '#workers/learn/prepare-rows.ts';
import { takeTurns } from '#workers/learn/take-turns.ts';
import { askSnapshots, labelSnapshots } from './ask-snapshots.ts';
import { readHistories } from './read-history.ts';
import { measureAfter, measureRhythm, sayNow, type Trained } from './say-repurchase.ts';
import { makeTables, type Tables } from './snapshot-tables.ts';

type Input = LearnContract['repurchase']['input'];

const cancelled = refuse('cancelled');

/** Row by row into the places of the customers; NaN where there is no row. */
const byPlace = <T extends Float32Array | Float64Array>(
  into: T,
  places: Int32Array,
  from: T,
): T => {
  into.fill(Number.NaN);
  places.forEach((place, row) => {
    into[place] = from[row] ?? Number.NaN;
  });
  return into;
};

/** A clock that tells the time since it was last asked, in ms. */
const stopwatch = () => {
  let since = performance.now();
  return () => {
    const ms = performance.now() - since;
    since += ms;
    return ms;
  };
};

const learn = async (question: Question | undefined, seed: number, watch: Watch) => {
  if (question === undefined) return accept(undefined);
  const learned = await learnEnsemble(question, { seed, split: 'random', backend: 'auto' }, watch);
  return learned.ok ? accept({ question, learned: learned.value }) : learned;
};

const measure = (trained: Trained | undefined, tables: Tables, seed: number) =>
  trained === undefined
    ? {}
    : { ...trained.learned.measured.heldOut, rhythm: measureRhythm(trained, tables, seed) };

/**
 * Learns who orders again from days whose horizon had passed by the as-of day, and scores everybody
 * who had ordered by then. BG/NBD stands beside it, and alone where there is too little to learn from.
 * Refuses: no-orders, cancelled, training-diverged.
 */
export const forecastRepurchase = async (
  db: Database,
  input: Input,
  job: Job<LearnContract['repurchase']['progress']>,
): Promise<Result<RepurchaseForecast>> => {
  const watch: Watch = { turns: takeTurns(job), progress: job.progress, keep: keepNothing };
  const { horizonDays, seed } = input;
  const lap = stopwatch();
  watch.progress({ phase: 'reading', fraction: 0 });
  const histories = await readHistories(db);
  const read = lap();
  watch.progress({ phase: 'features', fraction: 0.02 });
  const day = dayNumber(input.asOf);
  const tables = await makeTables(histories, input, day, watch.turns);
  if (tables === undefined) return cancelled;
  const { past, now, days } = tables;
  if (now.customer.length === 0) return refuse('no-orders');
  const known = labelSnapshots(histories, past, horizonDays);
  const question = askSnapshots(past, now, known, day);
  const features = lap();
  const trained = await learn(question, seed, watch);
  if (!trained.ok) return trained;
  const train = lap();
  watch.progress({ phase: 'scoring', fraction: 0.9 });
  const said = await sayNow(trained.value, tables, watch.turns);
  if (said === undefined) return cancelled;
  const { end } = histories;
  const backend = trained.value?.learned.measured.backend;
  return accept({
    model: said.model,
    probabilities: byPlace(new Float32Array(end), now.customer, said.probabilities),
    expected: byPlace(new Float64Array(end), now.customer, now.expected),
    customers: now.customer.length,
    snapshots: days.map(dayText),
    rows: known.length,
    columns: {
      used: (question?.used ?? []).map(({ name }) => name),
      left: question?.left ?? [],
    },
    rhythm: now.rhythm,
    level: said.level,
    ...(backend && { backend }),
    heldOut: measure(trained.value, tables, seed),
    happened: measureAfter(histories, said.each, tables, day, horizonDays),
    ms: { read, features, train, score: lap() },
  });
};
