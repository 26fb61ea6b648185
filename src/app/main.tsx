import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { closeSideDoors } from './close-side-doors.ts';
import { type Offline, startOffline } from './offline.ts';

closeSideDoors();
const offline = startOffline();

function App({ status }: { readonly status: Offline }) {
  const { readiness } = useSyncExternalStore(status.subscribe, status.snapshot);
  return (
    <main>
      <h1>Rapport</h1>
      <p data-offline={readiness.kind}>{readiness.kind}</p>
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App status={offline} />
  </StrictMode>,
);
