import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Result } from '#core/result.ts';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';

/** The candidate with what was chosen; a model that is none has nothing to remember. */
const answered = (model: ModelVersion, answer: 'used' | 'kept', now: number): Write[] =>
  model.against === undefined
    ? []
    : [
        {
          table: 'models',
          record: { ...model, updatedAt: now, against: { ...model.against, answer } },
        },
      ];

/** Puts a kept model in use: its scores are there already. Refuses: storage-full. */
export const putInUse = (
  db: Database,
  model: ModelVersion,
  now: number,
): Promise<Result<unknown>> =>
  commit(db, {
    label: 'model-chosen',
    now,
    writes: answered(model, 'used', now),
    undoable: false,
    meta: { activeModel: model.id },
  });

/** The model in use stays; the candidate is kept among the versions. Refuses: storage-full. */
export const keepOld = (
  db: Database,
  candidate: ModelVersion,
  now: number,
): Promise<Result<unknown>> =>
  commit(db, {
    label: 'model-chosen',
    now,
    writes: answered(candidate, 'kept', now),
    undoable: false,
  });
