// A page of its own that starts a worker exactly as the app does, for the leak test to speak through.

import { closeSideDoors } from '#app/close-side-doors.ts';
import { startWorker } from '#jobs/start-worker.ts';
import workerUrl from './probe.worker.ts?worker&url';

closeSideDoors();
startWorker(workerUrl, 'probe');
