import type { ColumnMapping, ImportContract } from '#contracts/import.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import importUrl from '#workers/import/import.worker.ts?worker&url';
import type { ImportedFile, ImportInput } from './lab-contract.ts';
import { openWorker } from './open-worker.ts';
import { tellLab } from './tell-lab.ts';

/** What a command knows better than the guess about one column. */
export type ColumnChange = (column: ColumnMapping) => ColumnMapping;

/** The file's bytes; the browser keeps a large one on disk. Refuses: file-unreadable. */
export const fetchFile = async (url: string): Promise<Result<Blob>> => {
  const answer = await fetch(url);
  return answer.ok ? accept(await answer.blob()) : refuse('file-unreadable');
};

/**
 * Imports one file with the import worker, as a person would who accepts every proposal. `change`
 * may settle where a column goes. Refusals are the import's own.
 */
export const importFile = async (
  { database, file, as, map, settings, now, ask = false }: ImportInput,
  change: ColumnChange = (column) => column,
): Promise<Result<ImportedFile>> => {
  const fetched = await fetchFile(file.url);
  if (!fetched.ok) return fetched;
  const worker = openWorker<ImportContract>(importUrl, 'import', database);
  const asked = { file: fetched.value, name: file.name };
  const kind = as === undefined ? {} : { kind: as };
  const reading = await worker.call('inspect', { ...asked, settings, map, ...kind });
  if (!reading.ok) return reading;
  const [question] = reading.value.questions;
  if (ask && question !== undefined)
    return refuse('file-needs-answer', { column: question.header, question: question.about });
  const columns = reading.value.columns.map(({ header, field, type }) =>
    change({ header, field, type }),
  );
  const chosen = as ?? reading.value.kind;
  const read = { as: chosen, settings: reading.value.settings, columns };
  const receipt = await worker.call(
    'run',
    { ...asked, ...read, importId: `import-${crypto.randomUUID()}`, currency: 'EUR', now },
    { onProgress: ({ rows }) => tellLab(`${file.name}: ${rows} rows`) },
  );
  worker.close();
  return receipt.ok ? accept({ ...read, receipt: receipt.value }) : receipt;
};
