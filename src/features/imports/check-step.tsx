import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { countColumns } from './find-mapping-trouble.ts';
import type { ImportDraft } from './import-draft.ts';
import { goToStep } from './import-session.ts';
import styles from './imports.module.css';
import { PreviewTable } from './preview-table.tsx';
import { StepActions } from './step-actions.tsx';

/** Step 3: what the import will do, in words, and the first 50 rows. Nothing is written yet. */
export function CheckStep({
  draft: { columns, refusal },
  reading,
  currency,
  onRun,
}: {
  readonly draft: ImportDraft;
  readonly reading: NonNullable<ImportDraft['reading']>;
  readonly currency: string;
  readonly onRun: () => void;
}) {
  const { words } = useWords();
  const { imports } = words;
  const { kind } = reading;
  const uses = (field: string) => columns.some((column) => column.field === field);
  const { known, custom, skipped } = countColumns(columns);
  const customerMatching = uses('externalId') ? imports.matching.byKey : imports.matching.none;
  const points = [
    imports.willAdd[kind],
    kind === 'orders' ? imports.matching.orders : customerMatching,
    ...(kind === 'customers' && !uses('name') ? [imports.nameless] : []),
    imports.columnsKept(known, custom, skipped),
    ...(kind === 'orders' && !uses('currency') ? [imports.currencyIs(currency)] : []),
    imports.refusedKept,
    imports.countsLater,
  ];
  return (
    <Stack>
      {refusal?.code === 'cancelled' && <Notice>{imports.cancelled}</Notice>}
      {refusal !== undefined && (
        <ErrorNotice
          refusal={refusal}
          actions={<Button onPress={() => goToStep('file')}>{imports.howRead}</Button>}
        />
      )}
      <Card title={imports.checkTitle}>
        <ul className={styles.points}>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Card>
      <Card title={imports.preview}>
        <PreviewTable reading={reading} columns={columns} rows={50} />
      </Card>
      <StepActions>
        <Button onPress={() => goToStep('map')}>{words.ui.back}</Button>
        <Button look="primary" onPress={onRun}>
          {imports.start}
        </Button>
      </StepActions>
    </Stack>
  );
}
