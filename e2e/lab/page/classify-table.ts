import type { AssistantContract } from '#contracts/assistant.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { openDatabase } from '#db/open-database.ts';
import { listRecords } from '#db/sealed-table.ts';
import assistantUrl from '#workers/assistant/assistant.worker.ts?worker&url';
import { type ColumnChange, importFile } from './import-file.ts';
import type { ClassifyInput, LabPage, OfferedFile } from './lab-contract.ts';
import { openWorker } from './open-worker.ts';
import { csvCell, postLines } from './post-lines.ts';
import { tellLab } from './tell-lab.ts';

type Line = { readonly text: string; readonly label: string };

/** Questions stay as they were written, also those that look like a number or a day. */
const asText: ColumnChange = (column) => ({ ...column, type: 'text' });

const readLines = async (
  file: OfferedFile,
  database: string,
  { text, label, now }: ClassifyInput,
  needsLabel: boolean,
): Promise<Result<Line[]>> => {
  const input = { database, file, as: 'customers', map: 'none', settings: {}, now } as const;
  const imported = await importFile(input, asText);
  if (!imported.ok) return imported;
  const headers = imported.value.columns.map(({ header }) => header);
  const missing = [text, ...(needsLabel ? [label] : [])].filter((name) => !headers.includes(name));
  if (missing.length > 0) return refuse('column-missing', { columns: missing.join(', ') });
  const opened = await openDatabase(database);
  if (!opened.ok) return opened;
  const customers = await listRecords(opened.value, 'customers', { index: 'ord' });
  return accept(
    customers.map(({ custom }) => ({
      text: String(custom[text] ?? ''),
      label: String(custom[label] ?? ''),
    })),
  );
};

/** Trains the assistant's classifier on one file and answers the texts of another. */
export const classify: LabPage['classify'] = async (input) => {
  const startedAt = performance.now();
  const train = await readLines(input.train, 'lab-train', input, true);
  if (!train.ok) return train;
  const test = await readLines(input.test, 'lab-test', input, false);
  if (!test.ok) return test;
  const valid =
    input.valid === null ? undefined : await readLines(input.valid, 'lab-valid', input, true);
  if (valid?.ok === false) return valid;
  const importMs = performance.now() - startedAt;
  const worker = openWorker<AssistantContract>(assistantUrl, 'assistant', 'lab-train');
  const answered = await worker.call(
    'classify',
    {
      train: train.value,
      test: test.value.map(({ text }) => text),
      seed: input.seed,
      ...(valid === undefined ? {} : { valid: valid.value }),
    },
    { onProgress: ({ fraction }) => tellLab(`classifying ${Math.round(fraction * 100)} %`) },
  );
  worker.close();
  if (!answered.ok) return answered;
  const { answers, trainMs, queryMs, modelBytes } = answered.value;
  const lines = answers.map(
    ({ label, confidence, accepted }, row) => `${row},${csvCell(label)},${confidence},${accepted}`,
  );
  if (input.outUrl !== null)
    await postLines(input.outUrl, ['row,label,confidence,accepted', ...lines]);
  return accept({
    rows: { train: train.value.length, test: test.value.length },
    labels: new Set(train.value.map(({ label }) => label)).size,
    trainMs,
    queryMs,
    modelBytes,
    importMs,
  });
};
