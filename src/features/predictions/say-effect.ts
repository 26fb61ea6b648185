import type { EffectPoint } from '#core/predictions/effects/column-effect.ts';
import { logitOf, sigmoid } from '#core/predictions/logit.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import { sayCustom } from '#ui/words/say-custom.ts';

/** Less than this moves a score of one half by about a point: as usual. */
export const leastEffect = 0.05;

/** The chance of a customer who is as usual but for this value. */
export const chanceOf = (effect: number, usual: number): number => sigmoid(logitOf(usual) + effect);

/** How a value's chance compares: likelier, less likely or as usual. */
export const sayEffect = (effect: number, { effects }: Words): string => {
  if (Math.abs(effect) < leastEffect) return effects.asUsual;
  return effect > 0 ? effects.likelier : effects.lessLikely;
};

/** A value of an effect in words. */
export const sayEffectValue = (
  { value }: Pick<EffectPoint, 'value'>,
  kind: 'curve' | 'levels',
  words: Words,
  format: Format,
): string => {
  if (value === null) return words.effects.notFilledIn;
  const type = kind === 'curve' && typeof value === 'string' ? 'date' : 'text';
  return sayCustom(value, { type }, words, format);
};
