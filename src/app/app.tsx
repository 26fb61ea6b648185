import { lazy, Suspense, useEffect, useState } from 'react';
import { Router } from 'wouter';
import type { Language } from '#core/assistant/conversation.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { watch } from '#db/watch.ts';
import type { Words } from '#i18n/en.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { WordsProvider } from '#ui/words/words-context.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { usePlace, usePlaceQuery } from './hash-place.ts';
import { loadWords } from './load-words.ts';
import type { Offline } from './offline.ts';
import { keepWitness, type Opened } from './open-rapport.ts';
import { putAwayUnfinished } from './put-away.ts';
import { Shell } from './shell.tsx';

const RefusedScreen = lazy(async () => ({
  default: (await import('./opening-screens.tsx')).RefusedScreen,
}));
const RecoveryScreen = lazy(async () => ({
  default: (await import('./opening-screens.tsx')).RecoveryScreen,
}));

type Spoken = { readonly language: Language; readonly words: Words };

/** The words of the chosen language; those before stay until the new ones are there. */
const useSpoken = (first: Spoken): Spoken => {
  const { language } = usePreferences();
  const [spoken, setSpoken] = useState(first);
  useEffect(() => {
    let isWanted = true;
    void loadWords(language).then((words) => isWanted && setSpoken({ language, words }));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return spoken;
};

/** Once open: put away what a crash left, and write the witness after every transaction. */
const useKeptHouse = (db: Database | undefined) => {
  useEffect(() => {
    if (db === undefined) return undefined;
    void putAwayUnfinished(db);
    const kept = watch(() => readMeta(db)).subscribe({ next: () => void keepWitness(db) });
    return () => kept.unsubscribe();
  }, [db]);
};

function Gate({ opened, offline }: { readonly opened: Opened; readonly offline: Offline }) {
  const [isAccepted, setAccepted] = useState(false);
  const isOpen = opened.kind === 'ready' || (opened.kind === 'missing' && isAccepted);
  useKeptHouse(isOpen ? opened.db : undefined);
  if (opened.kind === 'refused') return <RefusedScreen refusal={opened.refusal} />;
  if (opened.kind === 'missing' && !isAccepted)
    return (
      <RecoveryScreen
        verdict={opened.verdict}
        witness={opened.witness}
        onContinue={() => setAccepted(true)}
      />
    );
  return <Shell db={opened.db} offline={offline} />;
}

/** Everything that is on the page: words, place, and what the opening of the database allows. */
export function App({
  first,
  opened,
  offline,
}: {
  readonly first: Spoken;
  readonly opened: Opened;
  readonly offline: Offline;
}) {
  const spoken = useSpoken(first);
  return (
    <WordsProvider {...spoken}>
      <Router hook={usePlace} searchHook={usePlaceQuery} hrefs={(path) => `#${path}`}>
        <ErrorBoundary fallback={(_, again) => <CrashScreen again={again} />}>
          <Suspense fallback={null}>
            <Gate opened={opened} offline={offline} />
          </Suspense>
        </ErrorBoundary>
      </Router>
    </WordsProvider>
  );
}
