import { isWorthKeeping, type LogDraft, readLogDraft } from '#core/customers/log-draft.ts';
import type { Database } from './database.ts';
import { dropDraft, keepDraft, listDrafts } from './drafts.ts';

const prefix = 'log|';

/** Keeps what is being logged about a customer; what was kept about the same one before is gone. */
export const keepLogDraft = (db: Database, draft: LogDraft): Promise<void> =>
  keepDraft(db, `${prefix}${draft.customerId}`, draft);

export const dropLogDraft = (db: Database, customerId: string): Promise<void> =>
  dropDraft(db, `${prefix}${customerId}`);

/**
 * What was being logged when a tab was shut or killed. A draft whose activity exists was saved, and only
 * its dropping was cut off: it is not offered.
 */
export const listLogDrafts = async (db: Database): Promise<readonly LogDraft[]> => {
  const drafts = (await listDrafts(db, prefix)).flatMap(({ value }) => readLogDraft(value) ?? []);
  const saved = await db.dexie.activities.bulkGet(drafts.map(({ activityId }) => activityId));
  return drafts.filter((draft, at) => saved[at] === undefined && isWorthKeeping(draft));
};
