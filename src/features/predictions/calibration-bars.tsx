import type { CalibrationBin } from '#core/predictions/model-version.ts';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { mergeBins } from './merge-bins.ts';

const wholePercent = (share: number) => Math.round(share * 100) / 100;

function Bar({ share, look }: { readonly share: number; readonly look: string | undefined }) {
  return <span className={`${styles.bar} ${look}`} style={{ width: `${share * 100}%` }} />;
}

/** "When we said 70 %, it was 66 %", bar by bar, and as a table. */
export function CalibrationBars({ bins }: { readonly bins: readonly CalibrationBin[] }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const all = bins.reduce((sum, { rows }) => sum + rows, 0);
  const shown = mergeBins(bins, Math.max(20, all / 50));
  if (shown.length === 0) return null;
  // Not to five points, as a prediction is said: it stands beside a measured share.
  const said = (bin: CalibrationBin) => format.share(Math.max(0.01, wholePercent(bin.said)));
  // All or none of a few dozen is no certainty: counts say how many it was.
  const happened = ({ happened: share, rows }: CalibrationBin) =>
    [0, 1].includes(wholePercent(share))
      ? own.countOf(Math.round(share * rows), rows)
      : format.share(wholePercent(share));
  return (
    <Card title={own.calibration}>
      {shown.map((bin) => (
        <div key={bin.said} className={styles.pair}>
          <p>
            {own.saidHappened(said(bin), happened(bin))}
            <small>{words.ui.customers(bin.rows)}</small>
          </p>
          <Bar share={bin.said} look={styles.said} />
          <Bar share={bin.happened} look={styles.happened} />
        </div>
      ))}
      <p className={styles.legend}>
        <span>
          <span className={`${styles.key} ${styles.bar} ${styles.said}`} />
          {own.said}
        </span>
        <span>
          <span className={`${styles.key} ${styles.bar} ${styles.happened}`} />
          {own.happened}
        </span>
      </p>
      <Details title={own.asTable}>
        <Table
          label={`${own.said} – ${own.happened}`}
          columns={[
            { id: 'said', name: own.said, cell: said, isNumber: true },
            { id: 'happened', name: own.happened, cell: happened, isNumber: true },
            {
              id: 'rows',
              name: own.customers,
              cell: ({ rows }) => format.number(rows),
              isNumber: true,
            },
          ]}
          rows={shown}
          rowKey={(bin) => String(bin.said)}
        />
      </Details>
    </Card>
  );
}
