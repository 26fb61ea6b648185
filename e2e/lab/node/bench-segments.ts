import { makeClustersTable } from '#e2e/samples/make-clusters-table.ts';
import { askPython } from './ask-python.ts';
import { withBenchFile } from './bench-file.ts';
import { type BenchLine, type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';
import type { LabSession } from './lab-session.ts';

const k = 8;
const mostIterations = 300;
/** Iterations of which the mean is taken. */
const fewIterations = 10;

type Peer = { readonly ms: number; readonly iterations: number; readonly inertia: number };
type Measure = (session: LabSession, rows: number, seed: number) => Promise<readonly BenchLine[]>;

const of = (value: number | undefined) => (value === undefined ? undefined : [value]);

const withTable = <T>(rows: number, seed: number, use: (path: string) => Promise<T>): Promise<T> =>
  withBenchFile('clusters.csv', makeClustersTable({ rows, clusters: k, seed }), use);

/** From the same start until nobody changes segment. */
const benchConvergence: Measure = (session, rows, seed) =>
  withTable(rows, seed, async (path) => {
    const file = offerFile(session.server, path);
    const { ours, plain } = await session.call('kmeansFromStart', {
      file,
      k,
      iterations: mostIterations,
    });
    const peer = await askPython<Peer>('kmeans.py', [path, k, 'start', mostIterations]);
    const name = `k-means ${rows} × 8, k = ${k}, one start to its end`;
    return [
      benchLine(`${name}, ms | ml-kmeans`, [ours.ms], [plain.ms]),
      benchLine(`${name}, ms | scikit-learn, one thread`, [ours.ms], of(peer?.ms)),
      benchLine(`${name}, inertia | ml-kmeans`, [ours.inertia], [plain.inertia], 4),
      benchLine(`${name}, inertia | scikit-learn`, [ours.inertia], of(peer?.inertia), 4),
    ];
  });

const benchIteration: Measure = (session, rows, seed) =>
  withTable(rows, seed, async (path) => {
    const file = offerFile(session.server, path);
    const { ours, plain } = await session.call('kmeansFromStart', {
      file,
      k,
      iterations: fewIterations,
    });
    const peer = await askPython<Peer>('kmeans.py', [path, k, 'start', fewIterations]);
    const each = ({ ms, iterations }: Peer) => ms / iterations;
    const name = `k-means ${rows} × 8, k = ${k}, each of ${fewIterations} iterations, ms`;
    return [
      benchLine(`${name} | ml-kmeans`, [each(ours)], [each(plain)], 1),
      benchLine(`${name} | scikit-learn, one thread`, [each(ours)], of(peer && each(peer)), 1),
    ];
  });

const benchRestarts: Measure = (session, rows, seed) =>
  withTable(rows, seed, async (path) => {
    const file = offerFile(session.server, path);
    const ours = await session.call('kmeansRestarts', { file, k, seed });
    const peer = await askPython<Peer>('kmeans.py', [path, k, 'restarts', seed]);
    const name = `k-means ${rows} × 8, k = ${k}, ten starts`;
    return [
      benchLine(`${name}, ms | scikit-learn, one thread`, [ours.ms], of(peer?.ms)),
      benchLine(`${name}, inertia | scikit-learn`, [ours.inertia], of(peer?.inertia), 4),
    ];
  });

/** As a person has it done: read, choose k, cluster, measure, name, save. */
const benchWhole: Measure = (session, rows, seed) =>
  withTable(rows, seed, async (path) => {
    const found = await session.call('segment', {
      file: offerFile(session.server, path),
      settings: {},
      orders: null,
      columns: [],
      log: [],
      scale: 'standard',
      k: 'auto',
      seed,
      now: Date.now(),
      labelsUrl: null,
      matrixUrl: null,
    });
    await session.call('erase', { database: 'lab-segment' });
    return [
      benchLine(`find my segments, ${rows} × 8, k chosen, ms`, [found.ms.segment], undefined),
    ];
  });

const measures: readonly { readonly measure: Measure; readonly rows: readonly number[] }[] = [
  { measure: benchWhole, rows: [5_000] },
  { measure: benchConvergence, rows: [100_000, 500_000] },
  { measure: benchRestarts, rows: [100_000] },
  { measure: benchIteration, rows: [1_000_000] },
];

/** k-means of the app against ml-kmeans and scikit-learn on the same rows. */
export const benchSegments: BenchRow = async (session, options, log) => {
  const asked = options.whole('rows');
  const lines: BenchLine[] = [];
  for (const { measure, rows } of measures)
    for (const count of asked === undefined ? rows : [asked]) {
      log(`${count} rows`);
      lines.push(...(await measure(session, count, options.whole('seed') ?? 0)));
    }
  return lines;
};
