import { readForm, type TrainingForm } from '#core/predictions/training-form.ts';
import type { Database } from './database.ts';
import { keepDraft, listDrafts } from './drafts.ts';

// Names of columns tell what is known of customers: sealed, and no record, like what a call costs.
const id = 'training-form';

export const keepTrainingForm = (db: Database, form: TrainingForm): Promise<void> =>
  keepDraft(db, id, form);

/** What was chosen last; nothing unticked the first time. */
export const readTrainingForm = async (db: Database): Promise<TrainingForm> => {
  const [kept] = await listDrafts(db, id);
  return readForm(kept?.value);
};
