import { useSyncExternalStore } from 'react';

/** Something that should not have happened. Kept in memory only, for the report a person may copy. */
export type BugReport = { readonly at: number; readonly message: string; readonly stack: string };

const most = 20;
let reports: readonly BugReport[] = [];
const listeners = new Set<() => void>();

/** Notes a bug, with the instant it was seen. The newest 20 are kept. */
export const noteBug = (error: unknown, at: number): void => {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  reports = [...reports, { at, message, stack }].slice(-most);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The bugs seen since the page was opened, oldest first. */
export const useBugReports = (): readonly BugReport[] =>
  useSyncExternalStore(subscribe, () => reports);

/** The report as text: what happened, in which browser; nothing from the database. */
export const bugReportText = (bugs: readonly BugReport[]): string =>
  [
    `Rapport, ${navigator.userAgent}`,
    ...bugs.map(({ at, message, stack }) => `${new Date(at).toISOString()} ${message}\n${stack}`),
  ].join('\n\n');
