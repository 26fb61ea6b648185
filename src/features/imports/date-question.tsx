import type { FileReading } from '#contracts/import.ts';
import { Button } from '#ui/controls/button.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { chooseSettings } from './import-session.ts';

/** What only a person can tell: 03/04 is in March or in April. Unanswered, the dates stay text. */
export function DateQuestion({
  fileId,
  reading,
}: {
  readonly fileId: string;
  readonly reading: FileReading;
}) {
  const { words, format } = useWords();
  const { imports } = words;
  const headers = reading.questions.map(({ header }) => imports.quoted(header));
  if (headers.length === 0 || reading.settings.dates !== 'auto') return null;
  return (
    <Notice
      actions={(['dmy', 'mdy'] as const).map((order) => (
        <Button key={order} onPress={() => void chooseSettings(fileId, { dates: order })}>
          {imports.dateNames[order]}
        </Button>
      ))}
    >
      {imports.dateQuestion(format.list(headers), reading.kind !== 'customers')}
    </Notice>
  );
}
