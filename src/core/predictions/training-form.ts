import * as v from 'valibot';
import { efforts } from './training-effort.ts';

const trainingFormSchema = v.object({
  /** Columns unticked by the person. */
  dropped: v.pipe(v.array(v.string()), v.readonly()),
  /** How long a training may take. */
  effort: v.picklist(efforts),
});
/** What a person has chosen for every training from here on, until it is chosen otherwise. */
export type TrainingForm = v.InferOutput<typeof trainingFormSchema>;

export const emptyForm: TrainingForm = { dropped: [], effort: 'usual' };

/** What was kept, as far as it makes sense; else nothing is unticked. */
export const readForm = (kept: unknown): TrainingForm => {
  const read = v.safeParse(trainingFormSchema, kept);
  return read.success ? read.output : emptyForm;
};
