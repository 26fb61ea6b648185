import type { TrainingInput } from '#core/predictions/training-input.ts';
import type { Database } from '#db/database.ts';
import { refusalOf } from '#db/storage-refusal.ts';
import {
  dropTraining,
  keepTrainingHead,
  keepTrainingPart,
  listTrainingParts,
  readTrainingHead,
} from '#db/training-checkpoint.ts';
import type { KeepPart } from './keep-part.ts';

export type Checkpoint = {
  readonly keep: KeepPart;
  /** `checkpoint`: goes on with parts done before; `anew`: there were parts, but of another question or data. */
  readonly origin?: 'checkpoint' | 'anew';
  /** Worked before it was cut off, ms. */
  readonly workedMs: number;
};

/** A full disk costs the going on, not the training. */
const unlessFull = async (write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    refusalOf(error);
  }
};

/**
 * Finds the parts a training that was cut off has left, if they are of this very training, and keeps each
 * part that is finished from here on. Parts of another one are dropped. `soFar` tells how far it is, and what
 * was worked on it since it goes on, ms.
 */
export const openCheckpoint = async (
  db: Database,
  input: TrainingInput,
  digest: string,
  soFar: () => { readonly fraction: number; readonly ms: number },
): Promise<Checkpoint> => {
  const before = await readTrainingHead(db);
  const isSame = before?.digest === digest;
  const done = isSame ? await listTrainingParts(db) : new Map<string, unknown>();
  if (!isSame) await dropTraining(db);
  const workedMs = isSame ? before.workedMs : 0;
  const keepHead = () => {
    const { fraction, ms } = soFar();
    return keepTrainingHead(db, { digest, input, fraction, workedMs: workedMs + ms });
  };
  if (!isSame) await unlessFull(keepHead);
  const keep: KeepPart = async (name, form, work) => {
    if (done.has(name)) return { ok: true, value: form.unpack(done.get(name)) };
    const part = await work();
    if (!part.ok) return part;
    await unlessFull(async () => {
      await keepTrainingPart(db, name, form.pack(part.value));
      await keepHead();
    });
    return part;
  };
  if (isSame && done.size > 0) return { keep, workedMs, origin: 'checkpoint' };
  return { keep, workedMs, ...(before !== undefined && !isSame && { origin: 'anew' }) };
};
