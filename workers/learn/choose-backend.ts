import type { BackendChoice } from '#contracts/learn.ts';
import type { BackendName, BackendReceipt } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { hasGraphicsChip } from './backends/has-graphics-chip.ts';
import { passesTest } from './self-test.ts';
import { startBackend } from './start-backend.ts';
import type { Turns } from './take-turns.ts';
import { timeStep } from './time-step.ts';
import type { TrainingStep } from './training-step.ts';

/** Order of trial; with equal times the earlier one wins. */
const candidates: readonly BackendName[] = ['simd', 'webgl', 'wasm', 'cpu'];

const chooseFastest = async (step: TrainingStep, turns: Turns): Promise<Result<BackendReceipt>> => {
  const stepMs: Partial<Record<BackendName, number | null>> = {};
  let best: { readonly name: BackendName; readonly ms: number } | undefined;
  for (const name of candidates) {
    if (await turns.take()) return refuse('cancelled');
    const isWorth = name !== 'webgl' || hasGraphicsChip();
    const passes = isWorth && (await passesTest(name, step.shape.members, turns));
    const ms = passes ? await timeStep(step, name === 'webgl', best?.ms ?? Infinity) : null;
    stepMs[name] = ms === null ? null : Math.round(ms * 1000) / 1000;
    if (ms !== null && (best === undefined || ms < best.ms)) best = { name, ms };
  }
  if (best === undefined || !(await startBackend(best.name))) return refuse('backend-unavailable');
  const working = Object.values(stepMs).filter((ms) => ms !== null);
  return accept({ name: best.name, why: working.length > 1 ? 'fastest' : 'only', stepMs });
};

/** Steps of one kind and size of network are timed once per worker. */
const sizeOf = ({ shape, table }: TrainingStep): string =>
  `${shape.members} ${table.labels.length} ${Math.round(Math.log2(shape.inputs))}`;

const chosen = new Map<string, BackendReceipt>();

/**
 * Makes a backend the current one. `auto` takes the fastest at this step among those that compute what
 * cpu does; a named one is tested the same way and never replaced by another.
 * Refuses: backend-unavailable (fact: backend), cancelled.
 */
export const chooseBackend = async (
  choice: BackendChoice,
  step: TrainingStep,
  turns: Turns,
): Promise<Result<BackendReceipt>> => {
  if (choice !== 'auto')
    return (await passesTest(choice, step.shape.members, turns))
      ? accept({ name: choice, why: 'asked' })
      : refuse('backend-unavailable', { backend: choice });
  const known = chosen.get(sizeOf(step));
  if (known !== undefined && (await passesTest(known.name, step.shape.members, turns)))
    return accept(known);
  const found = await chooseFastest(step, turns);
  if (found.ok) chosen.set(sizeOf(step), found.value);
  return found;
};
