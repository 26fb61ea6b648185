import type { LearnContract } from '#contracts/learn.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { modelFile as english } from '#i18n/en/model-file.ts';
import { modelFile as chinese } from '#i18n/zh/model-file.ts';
import type { Job } from '#rpc/serve.ts';
import { openModel } from '#workers/learn/open-model.ts';
import { readTable } from '#workers/learn/read-table.ts';
import { takeTurns } from '#workers/learn/take-turns.ts';
import { matrixFile } from './matrix-file.ts';
import { type ModelFile, modelFiles } from './model-files.ts';

type Export = LearnContract['exportModel'];

const wordsOf = { en: english, zh: chinese } as const;

/** All files as one archive: the way a tablet hands a folder on. */
const pack = async (files: readonly ModelFile[]): Promise<ModelFile> => {
  const { zipSync } = await import('fflate/browser');
  const entries = await Promise.all(
    files.map(async ({ name, file }) => [name, new Uint8Array(await file.arrayBuffer())] as const),
  );
  const packed = zipSync(Object.fromEntries(entries));
  return { name: 'model.zip', file: new Blob([packed as BlobPart], { type: 'application/zip' }) };
};

/**
 * A saved model as files: plain TensorFlow.js, the recipe, the calibration, and the matrix of `target`'s
 * customers where one is named. Writes nothing. Refuses: model-missing, cancelled.
 */
export const exportModel = async (
  db: Database,
  target: Database | undefined,
  { modelId, language, as }: Export['input'],
  job: Job<Export['progress']>,
): Promise<Result<Export['output']>> => {
  const opened = await openModel(db, modelId);
  if (!opened.ok) return opened;
  const { model, final } = opened.value;
  const readme = wordsOf[language].readme({
    field: model.target.field,
    positive: model.target.positive,
    isEnsemble: final.ensemble !== undefined,
    hasMatrix: target !== undefined,
  });
  const files = [...modelFiles(model, final, readme)];
  if (target !== undefined) {
    const matrix = await matrixFile(final, await readTable(target), takeTurns(job));
    if (!matrix.ok) return matrix;
    files.push(matrix.value);
  }
  return accept({ files: as === 'zip' ? [await pack(files)] : files });
};
