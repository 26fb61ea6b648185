import * as v from 'valibot';

const trainingFormSchema = v.object({
  /** Columns unticked by the person. */
  dropped: v.pipe(v.array(v.string()), v.readonly()),
});
/** What a person has chosen for every training from here on, until it is chosen otherwise. */
export type TrainingForm = v.InferOutput<typeof trainingFormSchema>;

export const emptyForm: TrainingForm = { dropped: [] };

/** What was kept, as far as it makes sense; else nothing is unticked. */
export const readForm = (kept: unknown): TrainingForm => {
  const read = v.safeParse(trainingFormSchema, kept);
  return read.success ? read.output : emptyForm;
};
