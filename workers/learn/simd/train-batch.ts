import { fullRows, gatherRows } from './gather-rows.ts';
import { chunkRows } from './network-plan.ts';
import { runBackward, turnKernels } from './run-backward.ts';
import { headOf, runForward } from './run-forward.ts';
import type { SimdNetwork } from './simd-network.ts';

const beta1 = 0.9;
const beta2 = 0.999;
/** As in Keras. */
const epsilon = 1e-7;

/** Inputs row by row, and one answer (0 or 1) per row. Read where they lie, never copied whole. */
export type TrainingRows = { readonly values: Float32Array; readonly labels: Float32Array };

export type StepRate = {
  /** Learning rate of this one step, so that the caller may warm up and cool down. */
  readonly rate: number;
  /** Share of the rate by which kernels (not biases, not scales) shrink beside Adam: AdamW. */
  readonly decay?: number;
};

/** The losses of a member's rows in the chunk, summed; what it says there becomes errors. */
const measureMember = (
  network: SimdNetwork,
  member: number,
  rows: number,
  share: number,
): number => {
  const { plan, kernels } = network;
  const { said, errors } = plan.last;
  const width = plan.lastWidth;
  const { kernel, bias } = headOf(plan, member);
  const head = plan.parameters + kernel;
  const slopes = plan.logitSlopes;
  const loss = kernels.measureRows(
    said,
    rows,
    width,
    head,
    plan.parameters + bias,
    plan.labels,
    share,
    slopes,
  );
  const [kernelSlope, biasSlope] = [plan.slopes + kernel, plan.slopes + bias];
  kernels.returnErrors(said, fullRows(rows), width, head, slopes, errors, kernelSlope, biasSlope);
  return loss;
};

/** Adam as in Keras, its corrections folded into the rate, over the kernels and over the rest. */
const update = ({ plan, kernels, taken }: SimdNetwork, { rate, decay = 0 }: StepRate): void => {
  taken.steps += 1;
  const spread = Math.sqrt(1 - beta2);
  const corrected = (rate * Math.sqrt(1 - beta2 ** taken.steps)) / (1 - beta1 ** taken.steps);
  const step = (from: number, bytes: number, keep: number) =>
    kernels.adam(
      plan.parameters + from,
      plan.slopes + from,
      plan.first + from,
      plan.second + from,
      bytes / 4,
      beta1,
      beta2,
      (corrected * (1 - beta1)) / spread,
      epsilon / spread,
      keep,
    );
  step(0, plan.kernelSize, 1 - rate * decay);
  step(plan.kernelSize, plan.size - plan.kernelSize, 1);
};

/**
 * One step of training on these rows of a table. The loss is binary cross-entropy, a mean over rows and
 * members; returned as it was before the step. NaN when numbers ran away: the network is lost then.
 * A batch takes well under 100 ms: the caller listens for a cancel between two of them.
 */
export const trainBatch = (
  network: SimdNetwork,
  { values, labels }: TrainingRows,
  rows: Uint32Array,
  rate: StepRate,
): number => {
  const { plan, floats, dropout } = network;
  const { members } = plan.shape;
  const share = 1 / (rows.length * members);
  floats.fill(0, plan.slopes / 4, (plan.slopes + plan.size) / 4);
  turnKernels(network);
  let loss = 0;
  for (let from = 0; from < rows.length; from += chunkRows) {
    const count = Math.min(chunkRows, rows.length - from);
    const gathered = gatherRows(network, values, { rows, from, count }, true);
    for (let at = 0; at < count; at += 1)
      floats[plan.labels / 4 + at] = labels[rows[from + at] ?? 0] ?? Number.NaN;
    for (let member = 0; member < members; member += 1) {
      runForward(network, member, gathered, dropout);
      loss += measureMember(network, member, count, share);
      runBackward(network, member, gathered);
    }
  }
  update(network, rate);
  return loss * share;
};
