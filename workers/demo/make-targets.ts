import { dayText } from '#core/day-number.ts';
import { type Target, type TargetMetric, targetId } from '#core/sales/target.ts';
import { periodOf } from '#core/sales/target-period.ts';

/** What a usual month brought, over the demo. */
export type UsualMonth = { readonly revenueMinor: number; readonly visits: number };

/** Rounded to two leading digits: nobody aims at 123,457. */
const roundOff = (value: number) => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / unit) * unit;
};

/** Targets of the month and the year that `today` (days since 1970) is in, a little above the usual. */
export const makeTargets = (
  { revenueMinor, visits }: UsualMonth,
  today: number,
  { now, fiscalStartMonth }: { readonly now: number; readonly fiscalStartMonth: number },
): readonly Target[] => {
  const day = dayText(today);
  const target = (period: string, metric: TargetMetric, value: number): Target => ({
    id: targetId(period, metric),
    createdAt: now,
    updatedAt: now,
    rev: 0,
    period,
    metric,
    value: roundOff(value),
  });
  return (['month', 'year'] as const).flatMap((kind) => {
    const period = periodOf(kind, day, fiscalStartMonth);
    const times = 1.08 * (kind === 'year' ? 12 : 1);
    return [
      target(period, 'revenue', revenueMinor * times),
      target(period, 'visits', visits * times),
      target(period, 'new-customers', 12 * times),
    ];
  });
};
