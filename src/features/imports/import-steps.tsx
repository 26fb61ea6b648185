import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useWords } from '#ui/words/words-context.tsx';
import { type ImportStep, importSteps } from './import-draft.ts';
import styles from './imports.module.css';

/** Where in the five steps the import stands; said in words, too. */
export function ImportSteps({ step }: { readonly step: ImportStep }) {
  const { words } = useWords();
  const now = importSteps.indexOf(step);
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    // A new step begins at its top, for those who look and for those who listen.
    list.current?.scrollIntoView({ block: 'end' });
    list.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <ol
      ref={list}
      tabIndex={-1}
      className={styles.steps}
      aria-label={words.imports.stepOf(now + 1, importSteps.length)}
    >
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
