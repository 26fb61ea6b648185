import type { ModelVersion } from './model-version.ts';

type Asked = Pick<ModelVersion, 'target' | 'fromOrders'>;

const keyOf = ({ target, fromOrders }: Asked): string => {
  const orders = fromOrders?.target;
  const things = orders?.kind === 'buys' ? [orders.productId ?? '', orders.category ?? ''] : [];
  return JSON.stringify([target.field, target.positive, orders?.kind ?? '', ...things]);
};

/** Whether two models answer the same question. Of orders the name holds the days, two products may share one. */
export const isSameQuestion = (a: Asked, b: Asked): boolean => keyOf(a) === keyOf(b);
