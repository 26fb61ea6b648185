import type { Interval, Quality } from '#core/predictions/quality.ts';
import { Table } from '#ui/lists/table.tsx';
import { useWords } from '#ui/words/words-context.tsx';

const figures = ['auc', 'logLoss', 'lift10', 'lift20', 'lift50'] as const;

/** Between what values each figure lies in 95 of 100 drawings of the customers set aside. */
export function SurenessTable({ quality }: { readonly quality: Quality }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const number = (id: keyof Interval, name: string) => ({
    id,
    name,
    isNumber: true,
    cell: (key: (typeof figures)[number]) => format.decimals(quality[key][id]),
  });
  return (
    <>
      <h3>{own.sureness}</h3>
      <Table
        label={own.sureness}
        columns={[
          { id: 'figure', name: own.figure, cell: (key) => own.sureFigures[key] },
          number('value', own.measured),
          number('low', own.likelyFrom),
          number('high', own.likelyTo),
        ]}
        rows={figures}
        rowKey={(key) => key}
      />
    </>
  );
}
