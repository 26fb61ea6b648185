import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import type { LearnContract } from '#contracts/learn.ts';
import { fitRichRecipe } from '#core/predictions/rich-recipe.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { exportModel } from '#workers/learn/export-model/export-model.ts';
import { matrixFile } from '#workers/learn/export-model/matrix-file.ts';
import { modelFiles } from '#workers/learn/export-model/model-files.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { openModel } from '#workers/learn/open-model.ts';
import { readTable } from '#workers/learn/read-table.ts';
import { scoreDatabase } from '#workers/learn/score-database.ts';
import { scoreRows } from '#workers/learn/score-rows.ts';
import { initialWeights } from '#workers/learn/simd/initial-weights.ts';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import { startBackend } from '#workers/learn/start-backend.ts';
import { takeTurns } from '#workers/learn/take-turns.ts';
import { trainModel } from '#workers/learn/train-model.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 120_000 });

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

const peer = new URL('../peers/load-model.mjs', import.meta.url).pathname;

const openShop = async (customers: number): Promise<Database> => {
  const db = await openTestDatabase();
  await fillLearnTable(
    db,
    Array.from({ length: customers }, (_, ord) => seededCustomer(ord)),
  );
  return db;
};

const sure = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

/** Writes the folder and lets the plain script say how far it is from our scores. */
const writeAndLoad = async (
  files: readonly { readonly name: string; readonly file: Blob }[],
  probabilities: Float32Array,
) => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-model-'));
  try {
    for (const { name, file } of files)
      await writeFile(join(folder, name), new Uint8Array(await file.arrayBuffer()));
    const lines = Array.from(probabilities, (one, row) => `${row},${one}`);
    await writeFile(join(folder, 'scores.csv'), ['row,probability', ...lines, ''].join('\n'));
    const { stdout } = await promisify(execFile)(process.execPath, [peer, folder], {
      timeout: 60_000,
    });
    const recipe = JSON.parse(await readFile(join(folder, 'recipe.json'), 'utf8'));
    return { names: files.map(({ name }) => name), loaded: JSON.parse(stdout), recipe };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const exportAndLoad = async (more: Partial<LearnContract['train']['input']>) => {
  const db = await openShop(900);
  const model = sure(await trainModel(db, { ...askBought, ...more }, job));
  const wanted = { modelId: model.id, language: 'en', as: 'files', database: 'x' } as const;
  const { files } = sure(await exportModel(db, db, wanted, job));
  const backend = model.backend.name;
  const { probabilities } = sure(await scoreDatabase(db, db, { modelId: model.id, backend }, job));
  return { db, model, ...(await writeAndLoad(files, probabilities)) };
};

const always = ['README.md', 'model.json', 'weights.bin', 'recipe.json', 'calibration.json'];

test.each(['reference', 'logistic'] as const)(
  'an exported %s model loads in plain TensorFlow.js and says the same',
  async (mode) => {
    const { names, loaded, recipe } = await exportAndLoad({ mode });
    expect(names).toEqual([...always, 'matrix.csv']);
    expect(loaded).toMatchObject({ rows: 900, kinds: ['InputLayer', 'Dense'], left: 0 });
    expect(loaded.most).toBeLessThan(1e-5);
    expect(recipe.inputs).toHaveLength(recipe.width);
  },
);

test('an exported ensemble, trees and all, is one model of stock layers and says the same', async ({
  annotate,
}) => {
  const { model, names, loaded, recipe } = await exportAndLoad({
    mode: 'default',
    backend: 'simd',
  });
  expect(model.kind).toBe('ensemble');
  expect(names).toEqual([...always, 'ensemble.json', 'matrix.csv']);
  await annotate(JSON.stringify({ ...loaded, shares: model.shares }));
  expect(loaded.rows).toBe(900);
  expect(loaded.most).toBeLessThan(1e-5);
  expect(loaded.left).toBe(0);
  expect(recipe.parts.map(({ name }: { readonly name: string }) => name)).toContain('trees');
});

test('all three members together are exported as they score, a network of eight among them', async () => {
  const { db, model } = await exportAndLoad({ mode: 'default', backend: 'simd' });
  const { final, model: version } = sure(await openModel(db, model.id));
  const { ensemble } = final;
  if (ensemble === undefined) throw new Error('no ensemble was trained');
  const table = await readTable(db);
  const used = table.columns.filter(({ name }) => name !== 'bought');
  const recipe = fitRichRecipe(used, table.rows);
  const shape: NetworkShape = { inputs: recipe.width, hidden: [64, 64], members: 8 };
  const random = seededRandom(5);
  const weights = initialWeights(shape, 3).map((one) => one + 0.05 * normalFrom(random));
  const parameters = Array.from(weights);
  const network = { recipe, members: 8, hidden: [64, 64], parameters };
  const stack = { weights: [0.3, 0.5, 0.8], bias: -0.1 };
  const whole = { ...final, ensemble: { ...ensemble, network, stack } };
  const turns = takeTurns(job);
  await startBackend('simd');
  const said = await scoreRows('ensemble', whole, table.find, table.rows, turns);
  const files = [...modelFiles(version, whole, ''), sure(await matrixFile(whole, table, turns))];
  const { loaded, recipe: told } = await writeAndLoad(files, said ?? new Float32Array());
  expect(loaded.most).toBeLessThan(1e-5);
  expect(told.parts).toMatchObject([{ name: 'logistic' }, { name: 'trees' }, { name: 'network' }]);
});
