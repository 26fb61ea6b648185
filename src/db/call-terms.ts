import { type CallTerms, readTerms } from '#core/predictions/call-terms.ts';
import type { Database } from './database.ts';
import { keepDraft, listDrafts } from './drafts.ts';

// What a call costs is no record: nothing follows from it, and it need not travel. Sealed all the same.
const idOf = (modelId: string) => `calls|${modelId}`;

export const keepCallTerms = (db: Database, modelId: string, terms: CallTerms): Promise<void> =>
  keepDraft(db, idOf(modelId), terms);

/** What was entered beside this model; nothing the first time. */
export const readCallTerms = async (db: Database, modelId: string): Promise<CallTerms> => {
  const [kept] = await listDrafts(db, idOf(modelId));
  return readTerms(kept?.value);
};
