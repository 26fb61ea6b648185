import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { Database } from '#db/database.ts';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { usePlaceFact } from './hash-place.ts';
import styles from './shell.module.css';

const AssistantPanel = lazy(async () => ({
  default: (await import('#features/assistant/assistant-panel.tsx')).AssistantPanel,
}));

// The dock needs as much room as the rail's orientation gives; shell.module.css uses the same width.
const wide = matchMedia('(width >= 1024px)');
const subscribe = (listener: () => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** Whether the assistant stands beside the screen. Never beside its own, nor where it is narrow. */
export type Dock = { readonly isOpen: boolean; readonly toggle: () => void };

const isAssistantPath = (path: string) => path.startsWith('/assistant');

/** The dock's state, or undefined where there is no place for one. */
export const useDock = (): Dock | undefined => {
  const isAlone = usePlaceFact(isAssistantPath);
  const [isOpen, setOpen] = useState(false);
  const isWide = useSyncExternalStore(subscribe, () => wide.matches);
  if (!isWide || isAlone) return undefined;
  return { isOpen, toggle: () => setOpen((before) => !before) };
};

/** The assistant beside whatever is on the screen, so that "this customer" means something. */
export function AssistantDock({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const [path] = useLocation();
  const [, name = '', id] = path.split('/');
  const page =
    name === 'customers' && id !== undefined
      ? { name: 'customer', customerId: decodeURIComponent(id) }
      : { name: name === '' ? 'today' : name };
  return (
    <aside className={styles.dock} aria-label={words.shell.assistant}>
      <ErrorBoundary fallback={() => null}>
        <Suspense fallback={<Loading />}>
          <AssistantPanel db={db} page={page} isDocked />
        </Suspense>
      </ErrorBoundary>
    </aside>
  );
}
