import { CalendarRange } from 'lucide-react';
import { useState } from 'react';
import { openStages } from '#core/sales/deal-board.ts';
import {
  type ForecastLine,
  forecastDeals,
  sumDeals,
  sumForecast,
} from '#core/sales/forecast-deals.ts';
import type { Format } from '#i18n/make-format.ts';
import { Button } from '#ui/controls/button.tsx';
import { type Column, Table } from '#ui/lists/table.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';
import { saySums } from './say-amount.ts';
import type { Columns } from './use-board.ts';

const sayMonth = (month: string, format: Format): string =>
  new Intl.DateTimeFormat(format.locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01T00:00:00Z`));

/** What the open deals shown may bring; by month on demand. */
export function Forecast({ columns }: { readonly columns: Columns }) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const [isOpen, setOpen] = useState(false);
  const deals = openStages.flatMap((stage) => columns[stage]);
  const lines = forecastDeals(deals);
  const shape: readonly Column<ForecastLine>[] = [
    {
      id: 'month',
      name: pipeline.month,
      cell: ({ month }) => (month === '' ? pipeline.noMonth : sayMonth(month, format)),
    },
    {
      id: 'deals',
      name: pipeline.dealCount,
      isNumber: true,
      cell: (line) => format.number(line.deals),
    },
    {
      id: 'open',
      name: pipeline.openAmount,
      isNumber: true,
      cell: ({ amountMinor, currency }) => format.money(amountMinor, currency),
    },
    {
      id: 'weighted',
      name: pipeline.weighted,
      isNumber: true,
      cell: ({ weightedMinor, currency }) => format.money(weightedMinor, currency),
    },
  ];
  return (
    <section className={styles.forecast} aria-label={pipeline.forecast}>
      <span className={styles.small}>{pipeline.forecast}</span>
      <strong className={styles.figure}>
        {lines.length === 0 ? '–' : saySums(sumForecast(lines), format)}
      </strong>
      <span className={styles.small}>
        {lines.length === 0
          ? pipeline.forecastEmpty
          : pipeline.forecastOf(saySums(sumDeals(deals), format))}
      </span>
      {lines.length > 0 && (
        <Button look="quiet" icon={CalendarRange} onPress={() => setOpen(true)}>
          {pipeline.byMonth}
        </Button>
      )}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={pipeline.forecast}>
        <p>{pipeline.forecastHow}</p>
        <Table
          label={pipeline.forecast}
          columns={shape}
          rows={lines}
          rowKey={({ month, currency }) => `${month}|${currency}`}
        />
      </Dialog>
    </section>
  );
}
