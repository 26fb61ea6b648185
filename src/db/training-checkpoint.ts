import { readHead, type TrainingHead } from '#core/predictions/training-input.ts';
import type { Database } from './database.ts';
import { keepDraft, listDrafts } from './drafts.ts';

// Half a model is no record: nothing follows from it, it is not exported and not undone. It lies among
// the drafts, sealed like them, and goes when its training ends.
const all = 'training|';
const headId = `${all}head`;
const parts = `${all}part|`;

/** Held, over all tabs, by the worker that trains. */
export const trainingLock = 'rapport-train';

export const keepTrainingHead = (db: Database, head: TrainingHead): Promise<void> =>
  keepDraft(db, headId, head);

export const keepTrainingPart = (db: Database, name: string, part: unknown): Promise<void> =>
  keepDraft(db, parts + name, part);

/** The training that has not ended, running or not. */
export const readTrainingHead = async (db: Database): Promise<TrainingHead | undefined> => {
  const [kept] = await listDrafts(db, headId);
  return readHead(kept?.value);
};

/** Its finished parts by name. */
export const listTrainingParts = async (db: Database): Promise<ReadonlyMap<string, unknown>> => {
  const kept = await listDrafts(db, parts);
  return new Map(kept.map(({ id, value }) => [id.slice(parts.length), value]));
};

/** Forgets what was half learned. */
export const dropTraining = async (db: Database): Promise<void> => {
  await db.dexie.drafts.where('id').startsWith(all).delete();
};

const isSomebodyTraining = async (): Promise<boolean> => {
  // Node 20, in tests, has no Web Locks.
  const { held = [] } = (await globalThis.navigator?.locks?.query()) ?? {};
  return held.some(({ name }) => name === trainingLock);
};

/** A training whose tab or worker went away; none while one runs in any tab. */
export const readUnfinishedTraining = async (db: Database): Promise<TrainingHead | undefined> => {
  const head = await readTrainingHead(db);
  return head !== undefined && (await isSomebodyTraining()) ? undefined : head;
};
