import { accept } from '#core/result.ts';
import { importFile } from './import-file.ts';
import type { LabPage } from './lab-contract.ts';

/** Imports while the page counts its own tasks over 50 ms (the browser reports no shorter ones). */
export const importWatched: LabPage['importWatched'] = async ({ database, file, as, map, now }) => {
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
  });
  observer.observe({ entryTypes: ['longtask'] });
  const startedAt = performance.now();
  const imported = await importFile({ database, file, as, map, settings: {}, now });
  const ms = performance.now() - startedAt;
  observer.disconnect();
  if (!imported.ok) return imported;
  return accept({ ms, rows: imported.value.receipt.rowsRead, longTasks });
};
