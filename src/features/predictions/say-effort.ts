import type { ModelVersion } from '#core/predictions/model-version.ts';
import { planOfEffort } from '#core/predictions/training-effort.ts';
import type { Words } from '#i18n/en.ts';

type Trained = Pick<ModelVersion, 'effort' | 'data'>;

/** What was left out of the usual training to save time, in words; undefined where nothing was. */
export const sayEffort = (
  { effort, data }: Trained,
  { predictions }: Words,
): string | undefined => {
  if (effort === undefined) return undefined;
  const own = predictions.effort;
  const { plan } = effort;
  const { usual } = planOfEffort;
  const left = [
    ...(plan.network ? [] : [own.noNetwork]),
    ...(plan.network && plan.rounds < usual.rounds ? [own.rounds(plan.rounds, usual.rounds)] : []),
    ...(plan.folds < usual.folds ? [own.folds(plan.folds, usual.folds)] : []),
    ...(plan.planRows < Math.min(usual.planRows, data.labelled) ? [own.rows(plan.planRows)] : []),
  ];
  return left.length === 0 ? undefined : own.left(left);
};
