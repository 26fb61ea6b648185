import type { BackendChoice } from '#contracts/learn.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result } from '#core/result.ts';
import { chooseBackend } from './choose-backend.ts';
import { stepOfBody } from './ensemble/default-network.ts';
import type { Turns } from './take-turns.ts';
import type { FinalModel } from './train-final.ts';
import { referenceStep } from './training-step.ts';

/** Makes a backend the current one where the model holds a network. Refuses: backend-unavailable, cancelled. */
export const startScoring = async (
  { kind, recipe }: Pick<ModelVersion, 'kind' | 'recipe'>,
  { ensemble }: FinalModel,
  rows: number,
  backend: BackendChoice,
  turns: Turns,
): Promise<Result<null>> => {
  const network = ensemble?.network;
  if (kind !== 'reference' && network === undefined) return accept(null);
  const step = network === undefined ? referenceStep(recipe.width) : stepOfBody(network, rows);
  const chosen = await chooseBackend(backend, step, turns);
  return chosen.ok ? accept(null) : chosen;
};
