import { benchOfflineStart } from './bench-app.ts';
import { benchDemo } from './bench-demo.ts';
import { benchEngine } from './bench-engine.ts';
import { benchFirstLoad } from './bench-first-load.ts';
import { benchImport, benchOrders } from './bench-import.ts';
import { benchList, benchListWithOrders } from './bench-list.ts';
import { benchReasons } from './bench-reasons.ts';
import type { BenchLine, BenchRow } from './bench-row.ts';
import { benchSegments } from './bench-segments.ts';
import { benchTraining } from './bench-training.ts';
import type { LabCommand } from './lab-command.ts';
import { labFailure } from './lab-failure.ts';

const rows: Readonly<Record<string, BenchRow>> = {
  import: benchImport,
  orders: benchOrders,
  segments: benchSegments,
  engine: benchEngine,
  training: benchTraining,
  reasons: benchReasons,
  'first-load': benchFirstLoad,
  demo: benchDemo,
  list: benchList,
  'list-with-orders': benchListWithOrders,
  'offline-start': benchOfflineStart,
};

const table = (lines: readonly { row: string; ours: unknown; peer: unknown; ratio: unknown }[]) =>
  lines.map(({ row, ours, peer, ratio }) => `${row}: ours ${ours}, peer ${peer}, ratio ${ratio}`);

/** Figures side by side in one run; never a pass or a fail. */
export const benchCommand: LabCommand = {
  options: { rows: { kind: 'whole', atLeast: 100 }, only: { kind: 'list' } },
  check: (options) => {
    for (const name of options.texts('only'))
      if (!Object.hasOwn(rows, name))
        throw labFailure(2, 'usage', `--only takes ${Object.keys(rows).join(', ')}; not ${name}`);
  },
  run: async (session, options, log) => {
    const only = options.texts('only');
    const lines: BenchLine[] = [];
    const warnings: string[] = [];
    for (const [name, row] of Object.entries(rows)) {
      if (only.length > 0 && !only.includes(name)) continue;
      log(`bench ${name}`);
      try {
        const measured = await row(session, options, log);
        lines.push(...measured);
        for (const line of table(measured)) log(line);
      } catch (error) {
        // The other rows are still worth having.
        warnings.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        log(warnings.at(-1) ?? '');
      }
    }
    return { rows: lines, ms: {}, warnings };
  },
};
