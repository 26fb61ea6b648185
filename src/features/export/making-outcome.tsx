import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { MadeFile } from './made-file.tsx';
import type { Making } from './use-making.ts';

/** What became of a file: under way, refused, or ready. */
export function MakingOutcome({ making }: { readonly making: Making }) {
  const { words } = useWords();
  if (making.isBusy) return <ProgressBar label={words.exports.working} fraction={undefined} />;
  if (making.refusal !== undefined) return <ErrorNotice refusal={making.refusal} />;
  return making.made === undefined ? null : <MadeFile made={making.made} />;
}
