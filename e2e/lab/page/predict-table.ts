import type { LearnContract } from '#contracts/learn.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { openDatabase } from '#db/open-database.ts';
import type { Connection } from '#rpc/connect.ts';
import learnUrl from '#workers/learn/learn.worker.ts?worker&url';
import { type ColumnChange, importFile } from './import-file.ts';
import type { ImportedFile, LabPage, PredictInput, PredictOutput } from './lab-contract.ts';
import { openWorker } from './open-worker.ts';
import { postLines } from './post-lines.ts';
import { readSourceRows } from './source-rows.ts';
import { tellLab } from './tell-lab.ts';

const trainDatabase = 'lab-train';
const testDatabase = 'lab-test';

/** The target keeps its source text, so that the positive value is compared with what was written. */
const keepTargetAsText =
  (target: string): ColumnChange =>
  (column) =>
    column.header === target ? { ...column, type: 'text' } : column;

/** A column means the same in both files, however few rows the second has to guess from. */
const typesOf =
  (train: ImportedFile): ColumnChange =>
  (column) =>
    train.columns.find(({ header }) => header === column.header) ?? column;

const importBoth = async ({
  train,
  test,
  settings,
  learn,
}: PredictInput): Promise<Result<{ train: ImportedFile; test: ImportedFile; ms: number }>> => {
  const startedAt = performance.now();
  const common = { as: 'customers', map: 'none', now: learn.now } as const;
  const first = await importFile(
    { ...common, database: trainDatabase, file: train, settings },
    keepTargetAsText(learn.target.field),
  );
  if (!first.ok) return first;
  const headers = first.value.columns.map(({ header }) => header);
  const missing = [learn.target.field, ...learn.drop].filter((name) => !headers.includes(name));
  if (missing.length > 0) return refuse('column-missing', { columns: missing.join(', ') });
  const { dates, decimal } = first.value.settings;
  const second = await importFile(
    { ...common, database: testDatabase, file: test, settings: { dates, decimal, ...settings } },
    typesOf(first.value),
  );
  if (!second.ok) return second;
  const ms = performance.now() - startedAt;
  return accept({ train: first.value, test: second.value, ms });
};

/** The rows of the test file by place, read once. */
const readTestRows = async (): Promise<Result<Int32Array>> => {
  const opened = await openDatabase(testDatabase);
  return opened.ok ? accept(await readSourceRows(opened.value)) : opened;
};

/** One score for every row of the test file; a row the import refused gets the base rate. */
const postScores = async (
  urls: readonly (string | null | undefined)[],
  rows: number,
  probabilities: Float32Array,
  baseRate: number,
  sourceRows: Int32Array,
): Promise<number> => {
  const scores = new Float64Array(rows).fill(Number.NaN);
  sourceRows.forEach((row, ord) => {
    const probability = probabilities[ord];
    if (row >= 0 && probability !== undefined) scores[row] = probability;
  });
  let unscored = 0;
  const lines = ['row,probability'];
  scores.forEach((score, row) => {
    if (Number.isNaN(score)) unscored += 1;
    lines.push(`${row},${Number.isNaN(score) ? baseRate : score}`);
  });
  for (const url of urls) if (url) await postLines(url, lines);
  return unscored;
};

/** Reasons for the first rows of the test file. */
const explainFirst = async (
  worker: Connection<LearnContract>,
  modelId: string,
  sourceRows: Int32Array,
  most: number,
) => {
  const places = Array.from(sourceRows, (row, place) => ({ row, place }))
    .filter(({ row }) => row >= 0 && row < most)
    .sort((a, b) => a.row - b.row)
    .map(({ place }) => place);
  if (places.length === 0) return accept({ reasons: [], ms: 0 });
  const input = { modelId, database: testDatabase, places };
  const explained = await worker.call('explainPlaces', input);
  if (!explained.ok) return explained;
  const { reasons, ms } = explained.value;
  return accept({
    reasons: reasons.map((one) => ({ ...one, row: sourceRows[one.ord] ?? -1 })),
    ms,
  });
};

/** Where the two files differ in what they tell of a customer. */
const compareHeaders = (
  files: { readonly train: ImportedFile; readonly test: ImportedFile },
  { recipe }: Pick<PredictOutput['model'], 'recipe'>,
) => {
  const headersOf = ({ columns }: ImportedFile) => new Set(columns.map(({ header }) => header));
  const inTrain = headersOf(files.train);
  const inTest = headersOf(files.test);
  const learned = recipe.columns.map(({ name }) => name);
  return {
    columnsGone: learned.filter((name) => inTrain.has(name) && !inTest.has(name)),
    columnsAdded: [...inTest].filter((name) => !inTrain.has(name)),
  };
};

/** Posts the model's files, the test file's matrix among them; the names of those posted. */
const postExport = async (
  worker: Connection<LearnContract>,
  modelId: string,
  urls: PredictInput['exportUrls'],
): Promise<Result<readonly string[]>> => {
  if (urls === null) return accept([]);
  const wanted = { modelId, language: 'en', as: 'files', database: testDatabase } as const;
  const made = await worker.call('exportModel', wanted);
  if (!made.ok) return made;
  const names: string[] = [];
  for (const { name, file } of made.value.files) {
    const url = urls[name];
    if (url === undefined) throw new Error(`Nobody receives ${name}.`);
    const answer = await fetch(url, { method: 'POST', body: file });
    if (!answer.ok) throw new Error(`The laboratory's server answered ${answer.status}.`);
    names.push(name);
  }
  return accept(names);
};

const train = (worker: Connection<LearnContract>, input: PredictInput['learn']) =>
  worker.call('train', input, {
    onProgress: ({ phase, fraction, epoch, loss, validationLoss }) =>
      tellLab(
        epoch === undefined
          ? `${phase} ${Math.round(fraction * 100)} %`
          : `${phase} epoch ${epoch} loss ${loss?.toFixed(4)} validation ${validationLoss?.toFixed(4)}`,
      ),
  });

/** Imports both files into databases of their own, trains on the first, scores the second. */
export const predict: LabPage['predict'] = async (input) => {
  const files = await importBoth(input);
  if (!files.ok) return files;
  const worker = openWorker<LearnContract>(learnUrl, 'learn', trainDatabase);
  const model = await train(worker, input.learn);
  if (!model.ok) return model;
  const scored = await worker.call('score', {
    modelId: model.value.id,
    database: testDatabase,
    backend: model.value.backend.name,
  });
  if (!scored.ok) return scored;
  const sourceRows = await readTestRows();
  if (!sourceRows.ok) return sourceRows;
  const explained = await explainFirst(worker, model.value.id, sourceRows.value, input.reasons);
  if (!explained.ok) return explained;
  const exported = await postExport(worker, model.value.id, input.exportUrls);
  worker.close();
  if (!exported.ok) return exported;
  const { rows, positives } = model.value.heldOut.baseRate;
  const { probabilities, ms } = scored.value;
  const { rowsRead } = files.value.test.receipt;
  const unscored = await postScores(
    [input.scoresUrl, input.exportUrls?.['scores.csv']],
    rowsRead,
    probabilities,
    positives / rows,
    sourceRows.value,
  );
  return accept({
    model: model.value,
    ...compareHeaders(files.value, model.value),
    trainRows: files.value.train.receipt,
    testRows: files.value.test.receipt,
    unscored,
    exported: exported.value,
    reasons: explained.value.reasons,
    ms: { import: files.value.ms, score: ms, reasons: explained.value.ms },
  });
};
