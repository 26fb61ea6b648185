import type { LearnContract } from '#contracts/learn.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Job } from '#rpc/serve.ts';
import { chooseBackend } from './choose-backend.ts';
import { timeInputs, timeTrees } from './ensemble/choose-plan.ts';
import { decay, dropout, hidden, highestRate, members } from './ensemble/default-network.ts';
import { askTable } from './prepare-rows.ts';
import type { TrainingRows } from './simd/train-batch.ts';
import { takeTurns } from './take-turns.ts';
import { seededRows, type TrainingStep } from './training-step.ts';

const rows = 2_000;
const columns = 12;
const inputs = 128;
const batchRows = 64;

/** As rows of choices and bins are: our own kernels leave zeros out. */
const mostlyZero = ({ values, labels }: TrainingRows): TrainingRows => ({
  values: values.map((value) => (Math.abs(value) < 1 ? 0 : value)),
  labels,
});

const seededStep: TrainingStep = {
  shape: { inputs, hidden, members },
  rate: { rate: highestRate, decay },
  dropout,
  table: mostlyZero(seededRows(batchRows, inputs, 0)),
};

/** A made-up table of numbers with a rule in it. */
const seededTable = () => {
  const { values, labels } = seededRows(rows, columns, 1);
  const column = (at: number) => ({
    name: `number ${at}`,
    type: 'number' as const,
    learnable: true,
    values: Array.from({ length: rows }, (_, row) => values[row * columns + at] ?? 0),
  });
  const answer = {
    name: 'answer',
    type: 'yesno' as const,
    learnable: true,
    values: Array.from(labels, (label) => label === 1),
  };
  const all = [answer, ...Array.from({ length: columns }, (_, at) => column(at))];
  const byName = new Map(all.map(({ name, values: of }) => [name, of]));
  return {
    end: rows,
    rows: Uint32Array.from({ length: rows }, (_, row) => row),
    columns: all,
    own: new Set<string>(),
    find: (name: string) => byName.get(name),
    directory: [],
  };
};

/**
 * How fast this device learns, on rows with a rule, before anything was trained: what a longer or shorter
 * training would take is reckoned from it. Refuses: cancelled, backend-unavailable.
 */
export const measurePace = async (
  job: Job<never>,
): Promise<Result<LearnContract['pace']['output']>> => {
  const turns = takeTurns(job);
  const target = { field: 'answer', positive: 'yes' };
  const asked = askTable(seededTable(), target, { drop: [], protectedTraits: 'drop', now: 0 });
  if (!asked.ok) return asked;
  const tree = await timeTrees(asked.value, asked.value.labelled, turns);
  if (tree === undefined) return refuse('cancelled');
  const chosen = await chooseBackend('auto', seededStep, turns);
  if (!chosen.ok) return chosen;
  return accept({ tree, input: await timeInputs(chosen.value, seededStep) });
};
