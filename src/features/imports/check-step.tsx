import { useEffect } from 'react';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CheckCounts } from './check-counts.tsx';
import { CheckPoints } from './check-points.tsx';
import { CheckRules } from './check-rules.tsx';
import { CheckedRows } from './checked-rows.tsx';
import type { ImportDraft } from './import-draft.ts';
import { checkDraft, goToStep, type Surroundings } from './import-session.ts';
import { NearQuestion } from './near-question.tsx';
import { StepActions } from './step-actions.tsx';

/** Step 3: what the import will do, found out by doing all of it but the writing. */
export function CheckStep({
  draft,
  around,
  onRun,
}: {
  readonly draft: ImportDraft;
  readonly around: Surroundings;
  readonly onRun: () => void;
}) {
  const { words } = useWords();
  const { imports } = words;
  const { check, isChecking, refusal } = draft;
  const isDue = check === undefined && !isChecking && refusal === undefined;
  const { currency, country } = around;
  useEffect(() => {
    if (isDue) void checkDraft({ currency, country }, Date.now());
  }, [isDue, currency, country]);
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
        {check !== undefined && <CheckCounts check={check} />}
        {check === undefined && refusal === undefined && (
          <ProgressBar label={imports.checking} fraction={undefined} />
        )}
        <CheckPoints draft={draft} currency={currency} />
      </Card>
      <NearQuestion near={draft.near} rules={draft.rules} />
      <CheckRules draft={draft} />
      {check !== undefined && <CheckedRows check={check} />}
      <StepActions>
        <Button onPress={() => goToStep('map')}>{words.ui.back}</Button>
        <Button look="primary" isDisabled={check === undefined} onPress={onRun}>
          {imports.start}
        </Button>
      </StepActions>
    </Stack>
  );
}
