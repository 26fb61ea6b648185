import type { LearnContract } from '#contracts/learn.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import type { Scale } from '#core/predictions/scale-logits.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { fitForm } from './checkpoint/part-forms.ts';
import { fitNetwork, type Sample } from './fit-network.ts';
import { fitSimple, type Watch } from './measure-models.ts';
import { type Parameters, scaleParameters } from './parameters.ts';
import { fitOn, type Question, type Recipe, sampleOf } from './prepare-rows.ts';

type Input = LearnContract['train']['input'];

export type FinalModel = {
  readonly recipe: Recipe;
  readonly parameters: Parameters;
  readonly ensemble?: Ensemble;
};

const cancelled = refuse('cancelled');
const from = 0.45;
const to = 0.9;

const fitFinalSimple = async (sample: Sample, watch: Watch): Promise<Result<Parameters>> => {
  watch.progress({ phase: 'training', fit: 'final', fraction: from });
  const simple = await fitSimple(sample, watch.turns);
  if (simple === undefined) return cancelled;
  return accept([
    { shape: [simple.weights.length, 1], values: Float32Array.from(simple.weights) },
    { shape: [1], values: Float32Array.of(simple.bias) },
  ]);
};

const fitFinalNetwork = async (
  train: Sample,
  { epochs, seed }: Input,
  backend: string,
  watch: Watch,
): Promise<Result<Parameters>> => {
  const follow = {
    turns: watch.turns,
    onFraction: (done: number) =>
      watch.progress({
        phase: 'training',
        fit: 'final',
        fraction: from + (to - from) * done,
        backend,
        epochs,
      }),
    onEpoch: () => undefined,
  };
  const fit = await watch.keep('reference-final', fitForm, () =>
    fitNetwork({ train, epochs, seed }, follow),
  );
  return fit.ok ? accept(fit.value.parameters) : fit;
};

/**
 * The model that is kept: the same recipe and the same network, fitted on every customer with an
 * answer, scaled as that was. Nothing is chosen by it, so the figures of the measured fit stand for it, on the careful side.
 * Refuses: cancelled, training-diverged.
 */
export const trainFinal = async (
  question: Question,
  input: Input,
  backend: string,
  watch: Watch,
  scale: Scale,
): Promise<Result<FinalModel>> => {
  const recipe = fitOn(question, question.labelled);
  const sample = sampleOf(question, recipe, question.labelled);
  const fit =
    input.mode === 'logistic'
      ? await fitFinalSimple(sample, watch)
      : await fitFinalNetwork(sample, input, backend, watch);
  return fit.ok ? accept({ recipe, parameters: scaleParameters(fit.value, scale) }) : fit;
};
