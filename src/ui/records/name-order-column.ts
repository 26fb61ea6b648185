import { readOrderTargetName } from '#core/predictions/from-orders/order-target.ts';
import { activityPrefix, orderPrefix } from '#core/predictions/from-orders/told-value.ts';
import type { Words } from '#i18n/en.ts';

/** What a question about orders, or a column made of orders, is called; undefined for any other. */
export const nameOrderColumn = (
  column: string,
  { orderQuestions, activities }: Words,
): string | undefined => {
  if (column.startsWith(orderPrefix)) {
    const names: Readonly<Record<string, string>> = orderQuestions.columns;
    return names[column.slice(orderPrefix.length)];
  }
  if (column.startsWith(activityPrefix)) {
    const outcomes: Readonly<Record<string, string>> = activities.outcomes;
    const outcome = outcomes[column.slice(activityPrefix.length)];
    return outcome && orderQuestions.activities(outcome);
  }
  const asked = readOrderTargetName(column);
  if (asked === undefined) return undefined;
  if (asked.kind === 'lost') return orderQuestions.lost;
  const { withinDays, product } = asked;
  return product === undefined
    ? orderQuestions.within(withinDays)
    : orderQuestions.thingWithin(product, withinDays);
};
