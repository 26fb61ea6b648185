import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#ui/tokens.css';
import '#ui/base.css';
import { readWitness } from '#db/witness.ts';
import { onWorkerBug } from '#jobs/host.ts';
import { noteBug } from '#ui/feedback/bug-reports.ts';
import { applyPreferences, readPreferences } from '#ui/preferences/preferences.ts';
import { App } from './app.tsx';
import { closeSideDoors } from './close-side-doors.ts';
import { loadWords } from './load-words.ts';
import { startOffline } from './offline.ts';
import { databaseName, openRapport } from './open-rapport.ts';
import { routeOf } from './routes.ts';

closeSideDoors();
const preferences = readPreferences();
applyPreferences(preferences);

onWorkerBug(({ facts }, stack) => noteBug(`${facts?.message ?? 'worker'}\n${stack}`, Date.now()));
addEventListener('unhandledrejection', ({ reason }) => noteBug(reason, Date.now()));
addEventListener('error', ({ error }) => noteBug(error, Date.now()));

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const offline = startOffline();
  // Once there is a book the screen is fetched while it is opened. The first run needs none.
  if (readWitness(databaseName) !== undefined)
    void routeOf(location.hash.replace(/^#|\?.*$/gu, '') || '/')?.screen.fetch();
  const { language } = preferences;
  const [words, opened] = await Promise.all([loadWords(language), openRapport()]);
  createRoot(root).render(
    <StrictMode>
      <App first={{ language, words }} opened={opened} offline={offline} />
    </StrictMode>,
  );
};

void start();
