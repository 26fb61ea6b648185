import { CloudOff, MessageCircle, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { IconButton } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { OfflineStatus } from './offline.ts';
import styles from './shell.module.css';
import type { Undo } from './use-undo.ts';

/** A pause in typing that is worth a search, ms. */
const pauseMs = 50;

/** Search over all customers: typing opens the list and narrows it, also from another place. */
function Search() {
  const { words } = useWords();
  const [path, navigate] = useLocation();
  const [params] = useSearchParams();
  const isList = path.startsWith('/customers');
  const shown = isList ? (params.get('search') ?? '') : '';
  const [draft, setDraft] = useState(shown);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(shown);
  // The address may change by itself: back, a link, "clear filters". What came from here is older
  // than what has been typed since.
  useEffect(() => {
    if (shown !== sent.current) setDraft(shown);
    sent.current = shown;
  }, [shown]);
  const change = (text: string) => {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = text.trim() === '' ? '' : text;
      const next = new URLSearchParams(isList ? params : []);
      if (text.trim() === '') next.delete('search');
      else next.set('search', text);
      navigate(next.size === 0 ? '/customers' : `/customers?${next}`, {
        replace: path === '/customers',
      });
    }, pauseMs);
  };
  return (
    <div className={styles.search} data-search>
      <TextField
        label={words.shell.search}
        isLabelHidden
        type="search"
        placeholder={words.shell.search}
        value={draft}
        onChange={change}
        autoComplete="off"
      />
    </div>
  );
}

const subscribeToNetwork = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Being offline is normal, so it is grey and never red. */
function Status({ status }: { readonly status: OfflineStatus }) {
  const { words } = useWords();
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const word = words.shell.readiness[status.readiness.kind];
  return isOnline ? <Chip>{word}</Chip> : <Chip icon={CloudOff}>{words.shell.noSignal}</Chip>;
}

/** Search, status and undo, above every screen. */
export function TopBar({
  status,
  undo,
  dock,
}: {
  readonly status: OfflineStatus;
  readonly undo: Undo;
  /** The assistant beside the screen, where there is room for it. */
  readonly dock: { readonly isOpen: boolean; readonly toggle: () => void } | undefined;
}) {
  const { words } = useWords();
  const { line } = undo;
  const what = line === undefined ? '' : `: ${words.shell.changes[line.label]}`;
  return (
    <header className={styles.top}>
      <Search />
      <div className={styles.state}>
        <Status status={status} />
        <IconButton
          label={`${words.shell.undo}${what}`}
          icon={Undo2}
          isDisabled={line === undefined || line.importId !== undefined}
          // An import is taken back in the list of imports, not by a slip on this button.
          onPress={() => void undo.undo()}
        />
        {dock !== undefined && (
          <IconButton
            label={dock.isOpen ? words.shell.assistantHide : words.shell.assistantShow}
            icon={MessageCircle}
            aria-expanded={dock.isOpen}
            onPress={dock.toggle}
          />
        )}
      </div>
    </header>
  );
}
