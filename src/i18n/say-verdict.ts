import { type Judged, judgeModel } from '#core/predictions/judge-model.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import { sayWhom } from '#i18n/say-whom.ts';

type Asked = Pick<ModelVersion, 'target' | 'fromOrders'>;

/** "2.3": how many times. */
const times = (value: number): string => value.toFixed(1);

/** What calling the fifth ranked highest finds, from the careful end; models of before have no interval. */
const sayLift = (
  model: Judged & Asked,
  words: Words,
  format: Format,
  field: string,
): readonly string[] => {
  const { quality } = model;
  if (quality === undefined) return [];
  const { predictions } = words;
  const { value, low, high } = quality.lift20;
  const [lift, least, most] = [value, low, high].map(times) as [string, string, string];
  const share = format.share(0.2);
  return [
    low > 1
      ? predictions.lifted(share, lift, least, most, sayWhom(model, words, field))
      : predictions.notLifted(share, least, most),
  ];
};

/**
 * The verdict on a model, sentence by sentence: what calling by it finds, and whether it is proven better
 * than the simple model. Without a signal nothing is promised. `field` is the name of the target.
 */
export const sayVerdict = (
  model: Judged & Asked,
  words: Words,
  format: Format,
  field: string = model.target.field,
): readonly string[] => {
  const verdict = judgeModel(model);
  const said = words.predictions.verdicts[verdict];
  return verdict === 'no-signal' ? [said] : [...sayLift(model, words, format, field), said];
};
