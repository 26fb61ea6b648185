import { useEffect, useState } from 'react';
import { emptyForm, type TrainingForm } from '#core/predictions/training-form.ts';
import type { Database } from '#db/database.ts';
import { keepTrainingForm, readTrainingForm } from '#db/training-form.ts';

/** What a person chose for trainings, kept over reloads, and how to change it. */
export const useTrainingForm = (db: Database) => {
  const [form, setForm] = useState<TrainingForm>();
  useEffect(() => {
    let isGone = false;
    void readTrainingForm(db).then((read) => {
      // What was changed before it was read is newer.
      if (!isGone) setForm((changed) => changed ?? read);
    });
    return () => {
      isGone = true;
    };
  }, [db]);
  const change = (part: Partial<TrainingForm>) => {
    const next = { ...(form ?? emptyForm), ...part };
    setForm(next);
    void keepTrainingForm(db, next);
  };
  return { form, change };
};
