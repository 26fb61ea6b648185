import { useState } from 'react';
import { Button } from '#ui/controls/button.tsx';
import { bugReportText, useBugReports } from '#ui/feedback/bug-reports.ts';
import { Page, Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** What stands in the place of a screen that threw. */
export function CrashScreen({ again }: { readonly again: () => void }) {
  const { words } = useWords();
  const bugs = useBugReports();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(bugReportText(bugs));
    setCopied(true);
  };
  return (
    <Page title={words.shell.crashed} lead={words.shell.crashedSafe}>
      <p>{words.shell.crashedNext}</p>
      <Row>
        <Button look="primary" onPress={again}>
          {words.ui.retry}
        </Button>
        <Button onPress={() => void copy()}>{words.ui.copyReport}</Button>
        <span role="status">{isCopied ? words.ui.reportCopied : ''}</span>
      </Row>
    </Page>
  );
}
