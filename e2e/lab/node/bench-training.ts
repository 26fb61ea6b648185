import type { BackendChoice } from '#contracts/learn.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { askPython } from './ask-python.ts';
import { withBenchFile } from './bench-file.ts';
import { type BenchLine, type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';

const trainRows = 10_000;
const usualRows = 100_000;
const dropped = ['name', 'city', 'since'] as const;

/** Ten epochs of the reference network per backend against scikit-learn; scoring of many rows. */
export const benchTraining: BenchRow = async (session, options) => {
  const seed = options.whole('seed') ?? 0;
  const rows = options.whole('rows') ?? usualRows;
  const named = options.text('backend') as BackendChoice | undefined;
  const backends: readonly BackendChoice[] =
    named === undefined ? ['simd', 'wasm', 'webgl', 'cpu'] : [named];
  const train = makeCustomersTable({ rows: trainRows, seed });
  const test = makeCustomersTable({ rows, seed: seed + 1 });
  return withBenchFile('train.csv', train, (trainPath) =>
    withBenchFile('test.csv', test, async (testPath) => {
      const peer = await askPython<{ ms: number; auc: number }>('mlp.py', [
        ...[trainPath, 'bought', 'yes'],
        ...[dropped.join(','), seed],
      ]);
      const lines: BenchLine[] = [];
      for (const backend of backends) {
        const { model, ms } = await session.call('predict', {
          train: offerFile(session.server, trainPath),
          test: offerFile(session.server, testPath),
          settings: {},
          learn: {
            target: { field: 'bought', positive: 'yes' },
            drop: [...dropped],
            mode: 'reference',
            split: 'random',
            backend,
            seed,
            epochs: 10,
            protectedTraits: 'use',
            now: Date.now(),
          },
          scoresUrl: null,
          reasons: 0,
          exportUrls: null,
        });
        const of = (value: number | undefined) => (value === undefined ? undefined : [value]);
        const what = `reference network, ${trainRows} rows, ${backend}`;
        const auc = model.heldOut.reference?.auc ?? Number.NaN;
        lines.push(
          benchLine(`${what}, ms | scikit-learn`, [model.ms.train], of(peer?.ms)),
          benchLine(`${what}, held-out AUC | scikit-learn`, [auc], of(peer?.auc), 4),
          benchLine(
            `scoring ${rows} rows, ${backend}, ms, reading included`,
            [ms.score],
            undefined,
          ),
        );
        for (const database of ['lab-train', 'lab-test']) await session.call('erase', { database });
      }
      return lines;
    }),
  );
};
