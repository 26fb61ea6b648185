import { useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import { useWatch } from '#ui/live/use-watch.ts';

const shownBuyers = 5;

/** What the Today screen says; undefined parts are still being read. */
export type TodayFacts = {
  readonly buyers: readonly DirectoryRow[] | undefined;
  readonly model: ModelVersion | undefined;
  /** The label of the column the model predicts. */
  readonly target: string;
  readonly run: SegmentRun | undefined;
  readonly lastImport: ImportJournal | undefined;
  /** Sequence of the last transaction, at most one a second. */
  readonly seq: number | undefined;
  readonly isRead: boolean;
};

const readKept = async (db: Database) => {
  const meta = await readMeta(db);
  const [model, run, imports, fields] = await Promise.all([
    meta.activeModel === undefined ? undefined : findRecord(db, 'models', meta.activeModel),
    meta.activeSegmentRun === undefined
      ? undefined
      : findRecord(db, 'segmentRuns', meta.activeSegmentRun),
    listRecords(db, 'imports'),
    listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'customers' }),
  ]);
  const done = imports.filter(({ state }) => state === 'done');
  const lastImport = done.toSorted((a, b) => b.createdAt - a.createdAt)[0];
  const field = model?.target.field ?? '';
  const target = fields.find(({ key }) => key === field)?.label ?? field;
  return { seq: meta.seq, model, target, run, lastImport };
};

const readBuyers = async (): Promise<readonly DirectoryRow[] | undefined> => {
  const found = await findCustomers({
    search: '',
    filters: [{ column: 'probability', operator: 'not-empty' }],
    sort: { column: 'probability', descending: true },
  });
  if (!found.ok) return undefined;
  const rows = await readRows([...found.value.ords.subarray(0, shownBuyers)]);
  return rows.ok ? rows.value : undefined;
};

/** Reads again whenever a transaction happened, at most once a second while an import runs. */
export const useToday = (db: Database): TodayFacts => {
  const kept = useWatch(() => watch(() => readKept(db)), [db]);
  const [buyers, setBuyers] = useState<TodayFacts['buyers']>();
  const seq = useThrottled(kept?.seq, 1000);
  useEffect(() => {
    if (seq === undefined) return undefined;
    let isWanted = true;
    void readBuyers().then((rows) => isWanted && setBuyers(rows));
    return () => {
      isWanted = false;
    };
  }, [seq]);
  return {
    buyers,
    model: kept?.model,
    target: kept?.target ?? '',
    run: kept?.run,
    lastImport: kept?.lastImport,
    seq,
    isRead: kept !== undefined,
  };
};
