import type { DirectoryContract } from '#contracts/directory.ts';
import { previewBulkChange } from '#core/customers/bulk-change.ts';
import { customKeyOf } from '#core/customers/filter-directory.ts';
import { joinTexts } from '#core/customers/text-blocks.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { openForJob } from '#db/open-for-job.ts';
import { listRecords } from '#db/sealed-table.ts';
import { type Job, serve } from '#rpc/serve.ts';
import {
  countValues,
  customKeysOf,
  findOrds,
  readRows,
  sumDirectory,
  sumDirectoryPeriod,
  warmDirectory,
} from './answer-directory.ts';
import { changeMany } from './change-many.ts';
import { findDuplicates } from './find-duplicates.ts';
import { loadReadings } from './load-readings.ts';
import type { Directory } from './open-directory.ts';
import { deepTexts, refreshDeepTexts } from './read-deep-texts.ts';
import { loadCustomFields, readFields } from './read-fields.ts';
import { refreshDirectory } from './refresh-directory.ts';
import { takeTurns } from './take-turns.ts';

let directory: Directory | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Answers one call after the other, each from a directory that is up to date. */
const answer = <T>(
  job: Pick<Job<never>, 'host' | 'beat' | 'signal'>,
  from: (directory: Directory, db: Database) => T | Promise<T>,
): Promise<Result<T>> => {
  // Opening a million order heads takes seconds on a tablet, in slices: alive is all one can say.
  const beating = setInterval(job.beat, 1_000);
  const next = last
    .then(async (): Promise<Result<T>> => {
      const db = await openForJob(job.host);
      if (!db.ok) return db;
      directory = await refreshDirectory(db.value, directory);
      // Another letter was typed while this one waited for its turn.
      if (job.signal.aborted) return refuse('cancelled');
      readFieldsSoon(db.value);
      return accept(await from(directory, db.value));
    })
    .finally(() => clearInterval(beating));
  last = next.then(warmWhenIdle, () => undefined);
  return next;
};

/** Time without a call after which names are ranked, and made ready to be searched, ms. */
const idleMs = 300;
let idle: ReturnType<typeof setTimeout> | undefined;

const warm = async (current: Directory) => {
  warmDirectory(current);
  current.readings = await loadReadings(current.table.han, current.readings);
};

const warmWhenIdle = () => {
  clearTimeout(idle);
  idle = setTimeout(() => {
    // What fails here is done again, and said, when somebody asks.
    if (directory !== undefined) warm(directory).catch(() => undefined);
  }, idleMs);
};

let isSoon = false;

/** Opens custom fields beside the first answers, also while somebody scrolls: the next may sort by one. */
const readFieldsSoon = (db: Database) => {
  if (isSoon || directory === undefined || directory.fields.seq >= 0) return;
  isSoon = true;
  setTimeout(() => {
    isSoon = false;
    if (directory !== undefined) readFields(db, directory).catch(() => undefined);
  }, idleMs);
};

/** Time without a question after which somebody has paused in typing, ms. */
const pauseMs = 150;
let askedAt = Number.NEGATIVE_INFINITY;

const typingPaused = async () => {
  for (;;) {
    const left = askedAt + pauseMs - performance.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
};

let isReading = false;

/** Opens contacts and notes beside the answers; what they say is searched from the next one on. */
const readDeep = async (db: Database, current: Directory) => {
  const { reader, seq } = current;
  if (isReading || reader.seq === seq) return;
  isReading = true;
  try {
    await refreshDeepTexts(db, reader, seq, typingPaused);
    current.deep = deepTexts(reader, current.ordOf);
    joinTexts(current.deep.contacts);
    joinTexts(current.deep.notes);
  } finally {
    isReading = false;
  }
};

serve<DirectoryContract>(self, {
  find: (query, job) => {
    askedAt = performance.now();
    return answer(job, async (current, db) => {
      await loadCustomFields(db, current, customKeysOf(query));
      if (query.search.trim() !== '') {
        current.readings = await loadReadings(current.table.han, current.readings);
        void readDeep(db, current);
      }
      const answered = findOrds(current, query);
      const first = answered.ords.subarray(0, query.firstRows ?? 0);
      return { ...answered, rows: readRows(current, [...first]) };
    });
  },
  values: ({ column }, job) =>
    answer(job, async (current, db) => {
      const key = customKeyOf(column);
      await loadCustomFields(db, current, key === undefined ? [] : [key]);
      return countValues(current, column);
    }),
  previewMany: ({ ords, change }, job) =>
    answer(job, async (current, db) => {
      await loadCustomFields(db, current, change.kind === 'custom' ? [change.key] : []);
      return previewBulkChange(current.table, ords, change);
    }),
  // Beside the answers: the list goes on while thousands are sealed.
  changeMany: async (input, job) => {
    const db = await openForJob(job.host);
    if (!db.ok) return db;
    const beating = setInterval(job.beat, 1_000);
    return changeMany(db.value, input, job.signal, job.progress).finally(() =>
      clearInterval(beating),
    );
  },
  rows: ({ ords }, job) => answer(job, (current) => readRows(current, ords)),
  period: (period, job) => answer(job, (current) => sumDirectoryPeriod(current, period)),
  totals: (_input, job) => answer(job, (current) => sumDirectory(current)),
  duplicates: async (_input, job) => {
    const scanned = await answer(job, async (current, db) => {
      const pairs = await listRecords(db, 'distinctPairs');
      const kept = pairs.filter(({ deletedAt }) => deletedAt === undefined);
      const apart = new Set(kept.map(({ id }) => id));
      return findDuplicates(current.table, apart, takeTurns(job));
    });
    if (!scanned.ok) return scanned;
    return scanned.value === undefined ? refuse('cancelled') : accept(scanned.value);
  },
});
