import { kmeansGenerator } from 'ml-kmeans';
import { accept } from '#core/result.ts';
import { assignRows, type Centroids } from '#core/segments/lloyd.ts';
import { type Matrix, scaleColumns } from '#core/segments/scale-columns.ts';
import { clusterRows } from '#workers/segment/cluster-rows.ts';
import { iterateRows } from '#workers/segment/iterate-rows.ts';
import { packWorthwhile } from '#workers/segment/simd/pack-rows.ts';
import type { LabPage, OfferedFile } from './lab-contract.ts';

const turns = { stopped: async () => false, onFraction: () => undefined };

/** A file of numbers, standardised; read by the page itself, for a million rows and no database. */
const readMatrix = async ({ url }: OfferedFile): Promise<Matrix> => {
  const lines = (await (await fetch(url)).text()).trimEnd().split('\n').slice(1);
  const width = lines[0]?.split(',').length ?? 0;
  const columns = Array.from({ length: width }, (_, place) => ({
    name: String(place),
    log: false,
    values: new Float64Array(lines.length),
  }));
  for (const [row, line] of lines.entries())
    for (const [place, cell] of line.split(',').entries()) {
      const column = columns[place];
      if (column !== undefined) column.values[row] = Number(cell);
    }
  return scaleColumns(columns, 'standard').matrix;
};

type Went = { readonly ms: number; readonly iterations: number; readonly inertia: number };

const went = (matrix: Matrix, startedAt: number, iterations: number, ended: Centroids): Went => ({
  ms: performance.now() - startedAt,
  iterations,
  inertia: assignRows(matrix, ended).inertia,
});

/** As the app does it, packing included. */
const iterateOurs = async (matrix: Matrix, start: Centroids, most: number): Promise<Went> => {
  const startedAt = performance.now();
  const packed = packWorthwhile(matrix, start.length / matrix.width);
  let iterations = 0;
  const onStep = () => {
    iterations += 1;
  };
  const options = { packed, iterations: most, onStep };
  const ended = await iterateRows(matrix, start, turns.stopped, options);
  return went(matrix, startedAt, iterations, ended ?? start);
};

const iteratePlain = (matrix: Matrix, start: Centroids, most: number): Went => {
  const { rows, width, values } = matrix;
  const points = Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );
  const initialization = points.slice(0, start.length / width);
  const startedAt = performance.now();
  let iterations = 0;
  let ended = start;
  const options = { initialization, maxIterations: most, tolerance: 0 };
  for (const step of kmeansGenerator(points, initialization.length, options)) {
    iterations += 1;
    ended = Float64Array.from(step.centroids.flat());
  }
  return went(matrix, startedAt, iterations, ended);
};

/** Our engine and ml-kmeans from the file's first k rows as centroids; blocks the page. */
export const kmeansFromStart: LabPage['kmeansFromStart'] = async ({ file, k, iterations }) => {
  const matrix = await readMatrix(file);
  const start = matrix.values.slice(0, k * matrix.width);
  return accept({
    ours: await iterateOurs(matrix, start, iterations),
    plain: iteratePlain(matrix, start, iterations),
  });
};

/** Our ten seeded starts; blocks the page. */
export const kmeansRestarts: LabPage['kmeansRestarts'] = async ({ file, k, seed }) => {
  const matrix = await readMatrix(file);
  const startedAt = performance.now();
  const found = await clusterRows(matrix, k, seed, turns);
  if (!found.ok) return found;
  return accept({ ms: performance.now() - startedAt, inertia: found.value.assignment.inertia });
};
