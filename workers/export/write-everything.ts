import type { ExportContract, ExportReceipt } from '#contracts/export.ts';
import { canonicalJson } from '#core/exports/canonical-json.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { exportedTables } from '#db/exported-tables.ts';
import { readMeta } from '#db/meta.ts';
import { readTable } from '#db/read-table.ts';
import type { AnyRecord } from '#db/record-tables.ts';
import type { Job } from '#rpc/serve.ts';
import { openDigest } from './record-digest.ts';

type Everything = ExportContract['everything'];

/** The number of the form; a file of a larger one was written by a newer Rapport. */
export const exportVersion = 1;

/** A line of the file: which table, and the record. Columns and what is in use are lines too. */
export type ExportLine = readonly [string, unknown];

/** An answered suggestion remembers the score it had: a score like those beside the customers. */
const withoutScore = (record: AnyRecord): AnyRecord => {
  if (!('modelId' in record)) return record;
  const { probability, ...rest } = record;
  return rest;
};

async function* recordLines(db: Database, withModels: boolean): AsyncGenerator<ExportLine[]> {
  for (const table of exportedTables) {
    if (table.startsWith('model') && !withModels) continue;
    for await (const records of readTable(db, table))
      yield records.map((record) => [table, withModels ? record : withoutScore(record)]);
  }
}

/** Labels and scores stand in columns only: no record holds them. */
async function* columnLines(db: Database, withModels: boolean): AsyncGenerator<ExportLine[]> {
  const { activeModel, activeSegmentRun } = await readMeta(db);
  const sets = [
    ...(activeSegmentRun === undefined ? [] : [`segments.${activeSegmentRun}`]),
    ...(activeModel === undefined || !withModels ? [] : [`scores.${activeModel}`]),
  ];
  for (const set of sets)
    for (const chunk of await readColumns(db, set)) yield [['columns', chunk]];
  yield [
    [
      'inUse',
      {
        ...(activeSegmentRun === undefined ? {} : { activeSegmentRun }),
        ...(activeModel === undefined || !withModels ? {} : { activeModel }),
      },
    ],
  ];
}

/**
 * Writes every record as JSON, one a line, so that a file of any size is read without holding it
 * whole. Nothing in it is sealed. Refuses: cancelled, nothing-to-export.
 */
export const writeEverything = async (
  db: Database,
  { withModels, now }: Everything['input'],
  job: Pick<Job<Everything['progress']>, 'signal' | 'progress'>,
): Promise<Result<ExportReceipt>> => {
  const head = { rapport: 'export', version: exportVersion, exportedAt: now };
  const parts: Blob[] = [new Blob([`${JSON.stringify(head).slice(0, -1)},"records":[\n`])];
  const digest = openDigest();
  let count = 0;
  for (const source of [recordLines(db, withModels), columnLines(db, withModels)])
    for await (const lines of source) {
      if (job.signal.aborted) return refuse('cancelled');
      const texts = lines.map(canonicalJson);
      for (const text of texts) await digest.add(text);
      // A Blob may lie on disk: a hundred thousand customers need not be in memory.
      if (texts.length > 0)
        parts.push(new Blob([`${count === 0 ? '' : ',\n'}${texts.join(',\n')}`]));
      count += texts.length;
      job.progress({ rows: count });
    }
  const total = await digest.end();
  const foot = `\n],"count":${count},"digest":${JSON.stringify(total)}}\n`;
  const file = new Blob([...parts, foot], { type: 'application/json' });
  return accept({ file, count, digest: total });
};
