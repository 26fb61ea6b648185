import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Database } from '#db/database.ts';
import { hasRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { readJobs, subscribeJobs } from '#jobs/job-store.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useLate } from '#ui/live/use-late.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { whenIdle } from '#ui/live/when-idle.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { AssistantDock, useDock } from './assistant-dock.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { usePlaceFact } from './hash-place.ts';
import { InsightsTabs } from './insights-tabs.tsx';
import { JobTray } from './job-tray.tsx';
import { Navigation } from './navigation.tsx';
import type { Offline } from './offline.ts';
import { type Route as KnownRoute, type Place, routeOf, routes } from './routes.ts';
import styles from './shell.module.css';
import { DemoBanner, UndoBar, UpdateNotice } from './strips.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useUndo } from './use-undo.ts';

const FirstRunScreen = lazy(async () => ({
  default: (await import('#features/first-run/first-run-screen.tsx')).FirstRunScreen,
}));

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));

const placeOf = (path: string): Place | undefined => routeOf(path)?.place;

const isStartPath = (path: string) => path === '/';

/** The screens that come after the first run, fetched while it is read. */
const fetchAhead = () => {
  for (const path of ['/', '/customers']) void routeOf(path)?.screen.fetch();
};

/** The frame around every screen. Before there is any customer the first place is the first run. */
export function Shell({ db, offline }: { readonly db: Database; readonly offline: Offline }) {
  const { words } = useWords();
  // Not the path itself: another customer, or another search, is no reason to draw the frame again.
  const place = usePlaceFact(placeOf);
  const isStart = usePlaceFact(isStartPath);
  const status = useSyncExternalStore(offline.subscribe, offline.snapshot);
  const jobs = useSyncExternalStore(subscribeJobs, readJobs);
  const hasCustomers = useWatch(() => watch(() => hasRecords(db, 'customers')), [db]);
  const undo = useUndo(db);
  const [opened, setOpened] = useShortcuts(undo);
  const close = () => setOpened(undefined);
  const dock = useDock();
  const isBusy = jobs.some(({ state }) => state === 'running');
  const isFirstRun = hasCustomers === false && isStart;
  useEffect(() => (isFirstRun ? whenIdle(fetchAhead) : undefined), [isFirstRun]);
  if (hasCustomers === undefined) return <main aria-busy="true" />;
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={skip}>
        {words.shell.skip}
      </button>
      {!isFirstRun && <TopBar status={status} undo={undo} dock={dock} />}
      <section className={styles.strips} aria-label={words.shell.notices}>
        <UpdateNotice offline={offline} status={status} isBusy={isBusy} />
        <DemoBanner db={db} />
        <UndoBar {...undo} />
      </section>
      <main className={styles.main}>
        <div className={styles.content} id="content" tabIndex={-1}>
          {isFirstRun ? (
            <Suspense fallback={<Loading />}>
              <FirstRunScreen />
            </Suspense>
          ) : (
            <Places db={db} />
          )}
        </div>
        {dock?.isOpen === true && !isFirstRun && <AssistantDock db={db} />}
      </main>
      <Suspense>
        {opened === 'palette' && <Palette onClose={close} />}
        {opened === 'keys' && <KeysHelp onClose={close} />}
      </Suspense>
      <JobTray />
      {!isFirstRun && <Navigation current={place} />}
      <div className={styles.hidden} aria-live="polite" data-announcer />
    </div>
  );
}

// No link: the hash is the address of a place.
const skip = () => document.getElementById('content')?.focus();

function Places({ db }: { readonly db: Database }) {
  const [path] = useLocation();
  const section = placeOf(path) ?? 'none';
  return (
    <ErrorBoundary key={section} fallback={(_, again) => <CrashScreen again={again} />}>
      {section === 'insights' && <InsightsTabs />}
      <Suspense fallback={<Loading />}>
        <Switch>
          {routes.map((route) => (
            <Route key={route.path} path={route.path}>
              <Fetched db={db} screen={route.screen} />
            </Route>
          ))}
          <Route>
            <NoSuchPlace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function Fetched({ db, screen }: { readonly db: Database } & Pick<KnownRoute, 'screen'>) {
  const Screen = useLate(screen);
  return Screen === undefined ? <Loading /> : <Screen db={db} />;
}

function NoSuchPlace() {
  const { words } = useWords();
  return (
    <EmptyState
      title={words.shell.notFound}
      actions={<ButtonLink href={hrefOf.today}>{words.shell.toToday}</ButtonLink>}
    />
  );
}
