import type {
  ColumnMapping,
  FileReading,
  ImportContract,
  ImportSource,
} from '#contracts/import.ts';
import { relateFiles } from '#core/imports/relate-files.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Connection } from '#rpc/connect.ts';
import importUrl from '#workers/import/import.worker.ts?worker&url';
import { fetchFile } from './import-file.ts';
import type { ImportFilesInput, LabPage } from './lab-contract.ts';
import { openWorker } from './open-worker.ts';
import { tellLab } from './tell-lab.ts';

type Worker = Connection<ImportContract>;
type Offered = ImportFilesInput['files'][number] & { readonly blob: Blob };
type Read = Offered & { readonly reading: FileReading };

const read = async (
  worker: Worker,
  { blob, file, as }: Offered,
  { settings, map }: ImportFilesInput,
): Promise<Result<FileReading>> => {
  const kind = as === undefined ? {} : { kind: as };
  return worker.call('inspect', { file: blob, name: file.name, settings, map, ...kind });
};

/** Reads each file, then once more those that are something else beside the others. */
const readAll = async (worker: Worker, input: ImportFilesInput): Promise<Result<Read[]>> => {
  const first: Read[] = [];
  for (const offered of input.files) {
    const blob = await fetchFile(offered.file.url);
    if (!blob.ok) return blob;
    const reading = await read(worker, { ...offered, blob: blob.value }, input);
    if (!reading.ok) return reading;
    first.push({ ...offered, blob: blob.value, reading: reading.value });
  }
  const kinds = relateFiles(
    first.map(({ reading }) => ({
      headers: reading.columns.map(({ header }) => header),
      kind: reading.kind,
    })),
  );
  for (const [at, one] of first.entries()) {
    const as = kinds[at];
    if (one.as !== undefined || input.map === 'none' || as === one.reading.kind) continue;
    const again = await read(worker, { ...one, ...(as && { as }) }, input);
    if (!again.ok) return again;
    first[at] = { ...one, reading: again.value };
  }
  return accept(first);
};

const sourceOf = ({ blob, file, reading }: Read): ImportSource => ({
  file: blob,
  name: file.name,
  as: reading.kind,
  settings: reading.settings,
  columns: reading.columns.map(
    ({ header, field, type }): ColumnMapping => ({ header, field, type }),
  ),
});

/** Imports files together, as a person would who accepts every proposal. */
export const importFiles: LabPage['importFiles'] = async (input) => {
  const worker = openWorker<ImportContract>(importUrl, 'import', input.database);
  const files = await readAll(worker, input);
  if (!files.ok) return files;
  for (const { reading } of files.value) {
    const [question] = reading.questions;
    if (question !== undefined)
      return refuse('file-needs-answer', { column: question.header, question: question.about });
  }
  const [first, ...others] = files.value.map(sourceOf);
  if (first === undefined) return refuse('file-empty');
  const importId = `import-${crypto.randomUUID()}`;
  const asked = { ...first, others, ...input.choices, importId, currency: 'EUR', now: input.now };
  const receipt = await worker.call('run', asked, {
    onProgress: ({ rows }) => tellLab(`${rows} rows`),
  });
  worker.close();
  if (!receipt.ok) return receipt;
  const shown = files.value.map(({ reading }) => ({
    as: reading.kind,
    columns: sourceColumns(reading),
  }));
  return accept({ files: shown, receipt: receipt.value });
};

const sourceColumns = ({ columns }: FileReading): ColumnMapping[] =>
  columns.map(({ header, field, type }) => ({ header, field, type }));
