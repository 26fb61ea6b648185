import type { LearnContract } from '#contracts/learn.ts';
import { logitOf } from '#core/predictions/logit.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { BackendReceipt, Metrics } from '#core/predictions/model-version.ts';
import { fitScale, type Scale } from '#core/predictions/scale-logits.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chooseBackendOnce } from './checkpoint/choose-backend-once.ts';
import { fitForm } from './checkpoint/part-forms.ts';
import { type EpochLoss, fitNetwork, type Sample } from './fit-network.ts';
import type { Watch } from './measure-models.ts';
import { type Parts, partsOf } from './measured-parts.ts';
import { type Parameters, scaleParameters } from './parameters.ts';
import { predictWith } from './predict-with.ts';
import type { Question } from './prepare-rows.ts';
import { runInTurns, type Turns } from './take-turns.ts';
import { referenceStep } from './training-step.ts';

type Input = LearnContract['train']['input'];

const cancelled = refuse('cancelled');
const asItIs: Scale = { slope: 1, shift: 0 };

const told = (history: readonly EpochLoss[]) =>
  history.map(({ loss, validationLoss = loss }) => ({ loss, validationLoss }));

/** Where in the whole job the measured fit runs, 0..1. */
const from = 0.15;
const to = 0.45;

const fitToMeasure = async (
  { train, validation }: Parts,
  { epochs, seed }: Input,
  backend: BackendReceipt,
  watch: Watch,
) => {
  const history: EpochLoss[] = [];
  let fraction = 0;
  const tell = () => {
    const last = history.at(-1);
    watch.progress({
      phase: 'training',
      fit: 'measured',
      fraction: from + (to - from) * fraction,
      backend: backend.name,
      epochs,
      history: told(history),
      ...(last !== undefined && { epoch: history.length, ...last }),
    });
  };
  const follow = {
    turns: watch.turns,
    onFraction: (done: number) => {
      fraction = done;
      tell();
    },
    onEpoch: (_: number, losses: EpochLoss) => {
      history.push(losses);
      tell();
    },
  };
  return watch.keep('reference-measured', fitForm, () =>
    fitNetwork({ train, validation, epochs, seed }, follow),
  );
};

/**
 * By the rows that give the loss beside the training's: on three public tables as good as five more fits,
 * and free.
 */
const scaleOf = async (
  { matrix, labels }: Sample,
  parameters: Parameters,
  turns: Turns,
): Promise<Scale | undefined> => {
  const said = await predictWith(parameters, matrix, turns);
  if (said === undefined) return undefined;
  const logits = Float64Array.from(said, (one) => logitOf(one));
  return runInTurns(fitScale(logits, labels), turns);
};

/** Fits the network, scales what it says, and says it of the rows set aside. Unscaled it is the mission's own. */
export const measureNetwork = async (
  parts: Parts,
  input: Input,
  watch: Watch,
  isScaled: boolean,
) => {
  watch.progress({ phase: 'backend', fraction: 0.1 });
  const { width } = parts.train.matrix;
  const backend = await chooseBackendOnce(input.backend, referenceStep(width), watch);
  if (!backend.ok) return backend;
  const fit = await fitToMeasure(parts, input, backend.value, watch);
  if (!fit.ok) return fit;
  const { parameters: plain, history } = fit.value;
  const scale = isScaled ? await scaleOf(parts.validation, plain, watch.turns) : asItIs;
  if (scale === undefined) return cancelled;
  const parameters = scaleParameters(plain, scale);
  const score = (matrix: Sample['matrix']) => predictWith(parameters, matrix, watch.turns);
  const said = await score(parts.test.matrix);
  return said === undefined
    ? cancelled
    : accept({ backend: backend.value, said, score, scale, history: told(history) });
};

/** The figures of the reference network alone, as it comes, on the rows every other step is measured on. */
export const measureReference = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<Metrics>> => {
  const { parts } = partsOf(question, input);
  const network = await measureNetwork(parts, input, watch, false);
  return network.ok ? accept(computeMetrics(network.value.said, parts.test.labels)) : network;
};
