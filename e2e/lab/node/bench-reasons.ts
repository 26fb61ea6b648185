import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { withBenchFile } from './bench-file.ts';
import { type BenchLine, type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';

const trainRows = 5_000;
const explained = 1_000;
const dropped = ['name', 'city', 'since'] as const;
const modes = ['reference', 'default', 'logistic'] as const;

/** Why a thousand customers have their scores, by each way of learning; opening the model included. */
export const benchReasons: BenchRow = async (session, options) => {
  const seed = options.whole('seed') ?? 0;
  const train = makeCustomersTable({ rows: trainRows, seed });
  const test = makeCustomersTable({ rows: explained, seed: seed + 1 });
  return withBenchFile('train.csv', train, (trainPath) =>
    withBenchFile('test.csv', test, async (testPath) => {
      const lines: BenchLine[] = [];
      for (const mode of modes) {
        const { model, reasons, ms } = await session.call('predict', {
          train: offerFile(session.server, trainPath),
          test: offerFile(session.server, testPath),
          settings: {},
          learn: {
            target: { field: 'bought', positive: 'yes' },
            drop: [...dropped],
            mode,
            split: 'random',
            backend: 'auto',
            seed,
            epochs: 10,
            protectedTraits: 'use',
            now: Date.now(),
          },
          scoresUrl: null,
          reasons: explained,
          exportUrls: null,
        });
        const what = `reasons for ${reasons.length} customers, ${model.kind} (asked: ${mode})`;
        lines.push(benchLine(`${what}, ms`, [ms.reasons], undefined));
        for (const database of ['lab-train', 'lab-test']) await session.call('erase', { database });
      }
      return lines;
    }),
  );
};
