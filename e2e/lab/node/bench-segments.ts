import { makeClustersTable } from '#e2e/samples/make-clusters-table.ts';
import { askPython } from './ask-python.ts';
import { withBenchFile } from './bench-file.ts';
import { type BenchLine, type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';
import type { LabSession } from './lab-session.ts';

const k = 8;
const usualSizes = [10_000, 100_000] as const;

const benchSize = async (
  session: LabSession,
  rows: number,
  seed: number,
): Promise<readonly BenchLine[]> => {
  const text = makeClustersTable({ rows, clusters: k, seed });
  return withBenchFile('clusters.csv', text, async (path) => {
    const common = { file: offerFile(session.server, path), settings: {}, orders: null } as const;
    const places = { labelsUrl: null, matrixUrl: null };
    const choice = { columns: [], log: [], scale: 'standard', k, seed, now: Date.now() } as const;
    const ours = await session.call('segment', { ...common, ...choice, ...places });
    const plain = await session.call('peerKmeans', { k, seed });
    const sklearn = await askPython<{ ms: number; inertia: number }>('kmeans.py', [path, k, seed]);
    await session.call('erase', { database: 'lab-segment' });
    const of = (peer: number | undefined) => (peer === undefined ? undefined : [peer]);
    const size = `k-means ${rows} × 8`;
    const { inertia } = ours.run;
    return [
      benchLine(
        `${size}, ms, reading and saving included | ml-kmeans, one start`,
        [ours.ms.segment],
        [plain.ms],
      ),
      benchLine(`${size}, ms | scikit-learn, ten starts`, [ours.ms.segment], of(sklearn?.ms)),
      benchLine(`${size}, inertia | ml-kmeans`, [inertia], [plain.inertia], 4),
      benchLine(`${size}, inertia | scikit-learn`, [inertia], of(sklearn?.inertia), 4),
    ];
  });
};

/** k-means of the app against plain ml-kmeans and scikit-learn on the same rows. */
export const benchSegments: BenchRow = async (session, options) => {
  const asked = options.whole('rows');
  const lines: BenchLine[] = [];
  for (const rows of asked === undefined ? usualSizes : [asked])
    lines.push(...(await benchSize(session, rows, options.whole('seed') ?? 0)));
  return lines;
};
