import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { initialSettings, settingsId } from '#core/settings.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Select } from '#ui/controls/select.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** The currencies most traded; a file's own currency always counts first. */
const currencies = ['EUR', 'USD', 'GBP', 'CNY', 'JPY', 'CHF', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'];

/** The currency of amounts that name none. */
export function MoneyCard({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const stored = useWatch(
    () => watch(async () => (await findRecord(db, 'settings', settingsId)) ?? initialSettings),
    [db],
  );
  const names = new Intl.DisplayNames(format.locale, { type: 'currency' });
  const choose = async (currency: string) => {
    if (stored === undefined) return;
    const now = Date.now();
    const record = { ...stored, currency, createdAt: stored.createdAt || now };
    const saved = await commit(db, {
      label: 'settings-saved',
      now,
      writes: [{ table: 'settings', record }],
    });
    setRefusal(saved.ok ? undefined : saved.refusal);
  };
  return (
    <Card title={words.settings.money}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Select
        label={words.settings.currency}
        value={stored?.currency}
        onChange={(currency) => void choose(currency)}
        choices={currencies.map((id) => ({ id, text: `${names.of(id)} (${id})` }))}
      />
    </Card>
  );
}
