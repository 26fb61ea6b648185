import type { Refusal } from '#core/result.ts';

export type JobKind =
  | 'import'
  | 'undo-import'
  | 'demo'
  | 'train'
  | 'segment'
  | 'export'
  | 'restore';

/** One long piece of work as the tray shows it. */
export type JobState = {
  readonly id: string;
  readonly kind: JobKind;
  /** What it is about: a file's name, a column. */
  readonly subject: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** 0..1 */
  readonly fraction: number;
  /** Estimated time left in ms, once it can be told. */
  readonly leftMs: number | undefined;
  /** The last progress message of the job's contract. */
  readonly progress: unknown;
  readonly refusal: Refusal | undefined;
  readonly cancel: () => void;
  /** Absent for work that cannot rest. `asked`: it is about to rest. */
  readonly pause?: {
    readonly state: 'working' | 'asked' | 'resting';
    readonly set: (isPaused: boolean) => void;
  };
};

let jobs: readonly JobState[] = [];
const listeners = new Set<() => void>();

const publish = (next: readonly JobState[]) => {
  jobs = next;
  for (const listener of listeners) listener();
};

/** For `useSyncExternalStore`: every job of this page, running ones and the last ended ones. */
export const readJobs = (): readonly JobState[] => jobs;

export const subscribeJobs = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The newest job of a kind, running or ended. */
export const readJob = (kind: JobKind): JobState | undefined =>
  jobs.findLast((job) => job.kind === kind);

export const addJob = (job: JobState): void => {
  const kept = jobs.filter(({ state, kind }) => state === 'running' || kind !== job.kind);
  publish([...kept, job]);
};

export const changeJob = (id: string, part: Partial<JobState>): void => {
  publish(jobs.map((job) => (job.id === id ? { ...job, ...part } : job)));
};

/** Takes an ended job off the tray. */
export const dismissJob = (id: string): void => {
  publish(jobs.filter((job) => job.id !== id || job.state === 'running'));
};
