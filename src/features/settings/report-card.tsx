import { useState } from 'react';
import { Button } from '#ui/controls/button.tsx';
import { bugReportText, useBugReports } from '#ui/feedback/bug-reports.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** What went wrong since the page was opened, for copying. Nothing is sent. */
export function ReportCard() {
  const { words } = useWords();
  const bugs = useBugReports();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(bugReportText(bugs));
    setCopied(true);
  };
  const { settings, ui } = words;
  return (
    <Card title={settings.report}>
      <p>{bugs.length === 0 ? settings.reportNone : settings.reportSome(bugs.length)}</p>
      {bugs.length > 0 && <Button onPress={() => void copy()}>{ui.copyReport}</Button>}
      <p role="status">{isCopied ? ui.reportCopied : ''}</p>
    </Card>
  );
}
