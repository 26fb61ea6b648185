import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Words } from '#i18n/en.ts';

/** Whom a model looks for, as part of a sentence: "customers with …". `field` is the name of the target. */
export const sayWhom = (
  { target, fromOrders }: Pick<ModelVersion, 'target' | 'fromOrders'>,
  { predictions, orderQuestions, ui }: Words,
  field: string,
): string =>
  fromOrders === undefined
    ? predictions.whom(field, ui.say(target.positive))
    : orderQuestions.whom(field);
