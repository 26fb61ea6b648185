import type { LearnContract } from '#contracts/learn.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';

/** The reference form of the network (product.md M1). */
export const referenceEpochs = 10;
/** Fixed, so that training twice gives the same model. */
export const trainingSeed = 1;

type Again = Pick<ModelVersion, 'kind' | 'effort' | 'target' | 'fromOrders' | 'recipe'>;

/** The same question as a model's; what was left out of it stays out. */
export const trainAgain = (
  model: Again,
  now: number,
  without: readonly string[] = [],
): LearnContract['train']['input'] => ({
  target: model.fromOrders?.target ?? model.target,
  drop: [
    ...model.recipe.left.flatMap((left) => (left.why === 'dropped' ? [left.column] : [])),
    ...without,
  ],
  mode: model.kind === 'reference' ? 'reference' : 'default',
  split: 'random',
  backend: 'auto',
  effort: model.effort?.asked ?? 'usual',
  seed: trainingSeed,
  epochs: referenceEpochs,
  protectedTraits: 'drop',
  now,
});

/** The same question without one more of its columns. */
export const trainWithout = (model: Again, column: string, now: number) =>
  trainAgain(model, now, [column]);
