import { useLocation } from 'wouter';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './shell.module.css';

/** The parts of Insights, above each of them. Links, because each has an address of its own. */
export function InsightsTabs() {
  const { words } = useWords();
  const [path] = useLocation();
  const isSegments = path.startsWith('/insights/segments');
  const isSuggestions = path.startsWith('/insights/suggestions');
  const tabs = [
    {
      href: hrefOf.predictions,
      text: words.shell.predictions,
      isCurrent: !isSegments && !isSuggestions,
    },
    { href: hrefOf.suggestions, text: words.shell.suggestions, isCurrent: isSuggestions },
    { href: hrefOf.segments, text: words.shell.segments, isCurrent: isSegments },
  ];
  return (
    <nav className={styles.tabs} aria-label={words.shell.insights}>
      {tabs.map(({ href, text, isCurrent }) => (
        <a
          key={href}
          href={href}
          className={styles.tab}
          {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}
