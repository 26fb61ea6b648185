import { useState } from 'react';
import { minorDigits } from '#core/sales/line-total.ts';
import { type Target, type TargetMetric, targetId, targetMetrics } from '#core/sales/target.ts';
import { daysOfPeriod, type PeriodKind, periodKinds, periodOf } from '#core/sales/target-period.ts';
import type { Settings } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { readSettings } from '#db/read-settings.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { localDay } from '#i18n/local-day.ts';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { FormCard } from './form-card.tsx';
import { saveTargets, type TargetDraft } from './save-targets.ts';
import styles from './settings.module.css';
import { useHeldWork } from './use-settings-form.ts';

/** What the rep means to reach this month, quarter and year. */
export function TargetsCard({ db }: { readonly db: Database }) {
  const [kind, setKind] = useState<PeriodKind>('month');
  const read = useWatch(
    () =>
      watch(async () => {
        const settings = await readSettings(db);
        const period = periodOf(kind, localDay(Date.now()), settings.fiscalYearStartMonth);
        const ids = targetMetrics.map((metric) => targetId(period, metric));
        return { kind, period, settings, targets: await findRecords(db, 'targets', ids) };
      }),
    [db, kind],
  );
  return (
    <TargetsForm
      key={read?.period ?? ''}
      db={db}
      kind={kind}
      onKind={setKind}
      period={read?.period ?? ''}
      settings={read?.settings}
      targets={read?.targets ?? []}
    />
  );
}

function TargetsForm({
  db,
  kind,
  onKind,
  period,
  settings,
  targets,
}: {
  readonly db: Database;
  readonly kind: PeriodKind;
  readonly onKind: (kind: PeriodKind) => void;
  readonly period: string;
  readonly settings: Settings | undefined;
  readonly targets: readonly Target[];
}) {
  const { words, format } = useWords();
  const [draft, setDraft] = useState<TargetDraft>({});
  const [refusal, setRefusal] = useState<Parameters<typeof FormCard>[0]['refusal']>();
  const isChanged = Object.keys(draft).length > 0;
  useHeldWork(isChanged);
  const days = daysOfPeriod(period, settings?.fiscalYearStartMonth ?? 1);
  const minor = 10 ** minorDigits(settings?.currency ?? 'EUR');
  const scaleOf = (metric: TargetMetric) => (metric === 'revenue' ? minor : 1);
  const shown = (metric: TargetMetric) => {
    if (metric in draft) return draft[metric];
    const value = targets.find((one) => one.metric === metric && !one.deletedAt)?.value;
    return value === undefined ? undefined : value / scaleOf(metric);
  };
  const save = async () => {
    const values = Object.fromEntries(
      targetMetrics.flatMap((metric) => {
        const value = draft[metric];
        if (!(metric in draft)) return [];
        return [[metric, value === undefined ? value : Math.round(value * scaleOf(metric))]];
      }),
    );
    const saved = await saveTargets(db, period, targets, values, Date.now());
    setRefusal(saved.ok ? undefined : saved.refusal);
    if (saved.ok) setDraft({});
  };
  return (
    <FormCard title={words.settings.targets} canSave={isChanged} onSave={save} refusal={refusal}>
      <ChoiceChips
        label={words.settings.period}
        choices={periodKinds.map((id) => ({ id, text: words.settings.periods[id] }))}
        value={kind}
        onChange={onKind}
      />
      {days !== undefined && (
        <p className={styles.small}>
          {words.settings.fromTo(format.day(days.from), format.day(days.to))}
        </p>
      )}
      {targetMetrics.map((metric) => (
        <NumberField
          key={metric}
          label={words.settings.metrics(settings?.currency ?? '')[metric]}
          value={shown(metric)}
          onChange={(value) => setDraft((before) => ({ ...before, [metric]: value }))}
          onSubmit={() => void save()}
        />
      ))}
    </FormCard>
  );
}
