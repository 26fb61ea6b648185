import { Check } from 'lucide-react';
import { useWords } from '#ui/words/words-context.tsx';
import { type ImportStep, importSteps } from './import-draft.ts';
import styles from './imports.module.css';

/** Where in the five steps the import stands; said in words, too. */
export function ImportSteps({ step }: { readonly step: ImportStep }) {
  const { words } = useWords();
  const now = importSteps.indexOf(step);
  return (
    <ol className={styles.steps} aria-label={words.imports.stepOf(now + 1, importSteps.length)}>
      {importSteps.map((name, at) => (
        <li
          key={name}
          className={styles.step}
          {...(at === now ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={styles.dot} aria-hidden>
            {at < now ? <Check size={16} /> : at + 1}
          </span>
          {words.imports.steps[name]}
        </li>
      ))}
    </ol>
  );
}
