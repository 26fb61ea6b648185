import { useEffect, useState } from 'react';
import type { PeriodSums } from '#core/customers/sum-period.ts';
import { dayNumber } from '#core/day-number.ts';
import { type Target, type TargetMetric, targetId, targetMetrics } from '#core/sales/target.ts';
import { type DayRange, daysOfPeriod, periodOf } from '#core/sales/target-period.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { readSettings } from '#db/read-settings.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { localDay } from '#i18n/local-day.ts';
import { readPeriod } from '#jobs/directory-jobs.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import { useWatch } from '#ui/live/use-watch.ts';

/** This month so far, and what it is meant to reach. */
export type MonthFacts = {
  readonly days: DayRange;
  readonly sums: PeriodSums | undefined;
  readonly targets: ReadonlyMap<TargetMetric, Target>;
};

const readTargets = async (db: Database) => {
  const { fiscalYearStartMonth } = await readSettings(db);
  const period = periodOf('month', localDay(Date.now()), fiscalYearStartMonth);
  const ids = targetMetrics.map((metric) => targetId(period, metric));
  const [{ seq }, targets] = await Promise.all([readMeta(db), findRecords(db, 'targets', ids)]);
  const set = targets.filter(({ deletedAt }) => deletedAt === undefined);
  const days = daysOfPeriod(period, fiscalYearStartMonth) as DayRange;
  return { seq, days, targets: new Map(set.map((target) => [target.metric, target])) };
};

/** Sums are asked of the directory again after every change, at most once a second. */
export const useTargets = (db: Database): MonthFacts | undefined => {
  const read = useWatch(() => watch(() => readTargets(db)), [db]);
  const seq = useThrottled(read?.seq, 1000);
  const [sums, setSums] = useState<PeriodSums>();
  const from = read?.days.from;
  const to = read?.days.to;
  useEffect(() => {
    if (seq === undefined || from === undefined || to === undefined) return undefined;
    let isWanted = true;
    void readPeriod({ fromDay: dayNumber(from), toDay: dayNumber(to) }).then((answer) => {
      if (isWanted && answer.ok) setSums(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [seq, from, to]);
  return read === undefined ? undefined : { days: read.days, targets: read.targets, sums };
};
