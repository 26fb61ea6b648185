import type { BackendChoice } from '#contracts/learn.ts';
import type { BackendReceipt } from '#core/predictions/model-version.ts';
import type { Result } from '#core/result.ts';
import { chooseBackend } from '#workers/learn/choose-backend.ts';
import type { Watch } from '#workers/learn/measure-models.ts';
import { passesTest } from '#workers/learn/self-test.ts';
import type { TrainingStep } from '#workers/learn/training-step.ts';
import { receiptForm } from './part-forms.ts';

/**
 * A training that goes on does so where it began: two timings may choose two backends, whose numbers
 * differ in the last digits. The backend is the current one then. Refuses: what chooseBackend refuses.
 */
export const chooseBackendOnce = async (
  choice: BackendChoice,
  step: TrainingStep,
  { turns, keep }: Pick<Watch, 'turns' | 'keep'>,
): Promise<Result<BackendReceipt>> => {
  const choose = () => chooseBackend(choice, step, turns);
  const chosen = await keep(`backend-${step.shape.members}`, receiptForm, choose);
  if (!chosen.ok) return chosen;
  const works = await passesTest(chosen.value.name, step.shape.members, turns);
  // Gone since: a graphics chip that was lost. What is learned from here on is computed elsewhere.
  return works ? chosen : choose();
};
