import { useState } from 'react';
import { tradedCurrencies } from '#core/sales/currencies.ts';
import type { Database } from '#db/database.ts';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { FormCard } from './form-card.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Two decimals of a per cent: 19.25 % is .1925, and .1925 is 19.25 again. */
const toPercent = (share: number) => Math.round(share * 10_000) / 100;
const toShare = (percent: number) => Math.round(percent * 100) / 10_000;
const isPercent = (value: number | undefined): value is number =>
  value !== undefined && value >= 0 && value <= 100;

/** Currency, tax, the discount one may give alone, and when the year of business begins. */
export function MoneyCard({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const { settings } = words;
  const { shown, change, isChanged, save, refusal } = useSettingsForm(db);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const names = new Intl.DisplayNames(format.locale, { type: 'currency' });
  const monthName = new Intl.DateTimeFormat(format.locale, { month: 'long', timeZone: 'UTC' });
  const currencies = [...new Set([...(shown ? [shown.currency] : []), ...tradedCurrencies])];
  const percent = (key: 'taxRate' | 'discountLimit', label: string, hint?: string) => (
    <NumberField
      label={label}
      value={shown === undefined || wrong.has(key) ? undefined : toPercent(shown[key])}
      onChange={(value) => {
        const others = [...wrong].filter((other) => other !== key);
        setWrong(new Set(isPercent(value) ? others : [...others, key]));
        if (isPercent(value)) change({ [key]: toShare(value) });
      }}
      error={wrong.has(key) ? settings.percentWrong : undefined}
      onSubmit={() => void save()}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <FormCard
      title={settings.money}
      canSave={isChanged && wrong.size === 0}
      onSave={save}
      refusal={refusal}
    >
      <Select
        label={settings.currency}
        value={shown?.currency}
        onChange={(currency) => change({ currency })}
        choices={currencies.map((id) => ({ id, text: `${names.of(id)} (${id})` }))}
      />
      {percent('taxRate', settings.taxRate)}
      {percent('discountLimit', settings.discountLimit, settings.discountHint)}
      <Select
        label={settings.fiscalYear}
        value={shown === undefined ? undefined : String(shown.fiscalYearStartMonth)}
        onChange={(month) => change({ fiscalYearStartMonth: Number(month) })}
        choices={months.map((month) => ({
          id: String(month),
          text: monthName.format(Date.UTC(2026, month - 1, 1)),
        }))}
      />
    </FormCard>
  );
}
