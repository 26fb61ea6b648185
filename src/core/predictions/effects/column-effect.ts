import type { CustomValue } from '#core/record.ts';

/** A value and how far it moves a score from the usual, in logits. */
export type EffectPoint = {
  readonly value: CustomValue;
  readonly effect: number;
  /** Customers of the sample with this value, or between the value before and this one. */
  readonly customers: number;
};

/** What the values of a column do to a model's scores on average over its customers. */
export type ColumnEffect = {
  readonly column: string;
  /** `curve`: ascending numbers or days; `levels`: the commonest choices first, null where empty. */
  readonly kind: 'curve' | 'levels';
  readonly points: readonly EffectPoint[];
};
