import type { TargetMetric } from '#core/sales/target.ts';
import type { Database } from '#db/database.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Grid } from '#ui/surfaces/page.tsx';
import { StatTile } from '#ui/surfaces/stat-tile.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { useTargets } from './use-targets.ts';

/** The month so far against its targets; every tile opens the rows behind it. */
export function TargetTiles({
  db,
  currency,
}: {
  readonly db: Database;
  readonly currency: string;
}) {
  const { words, format } = useWords();
  const { today } = words;
  const month = useTargets(db);
  if (month === undefined) return null;
  const { days, sums, targets } = month;
  const figures: Readonly<Record<TargetMetric, number | undefined>> = {
    revenue: sums?.revenueMinor,
    visits: sums?.visits,
    'new-customers': sums?.newCustomers,
  };
  const say = (metric: TargetMetric, value: number) =>
    metric === 'revenue' ? format.moneyCompact(value, currency) : format.number(value);
  const hrefs: Readonly<Record<TargetMetric, string>> = {
    revenue: hrefOf.customersWith({
      f: `lastOrderDay~at-least~${days.from}`,
      sort: 'lastOrderDay',
    }),
    visits: hrefOf.customersWith({ f: `lastVisitDay~at-least~${days.from}`, sort: 'lastVisitDay' }),
    'new-customers': hrefOf.customersWith({ f: `firstOrderDay~at-least~${days.from}` }),
  };
  const tile = (metric: TargetMetric) => {
    const value = figures[metric];
    const target = targets.get(metric)?.value;
    const detail =
      target === undefined
        ? today.noTarget
        : today.ofTarget(
            say(metric, target),
            target <= 0 ? '' : format.share(Math.round(((value ?? 0) / target) * 100) / 100),
          );
    return (
      <StatTile
        key={metric}
        name={today.months[metric]}
        figure={value === undefined ? '…' : say(metric, value)}
        detail={detail}
        href={hrefs[metric]}
      />
    );
  };
  return <Grid>{(['revenue', 'visits', 'new-customers'] as const).map(tile)}</Grid>;
}
