import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const attachmentSchema = v.object({
  ...recordEntries,
  customerId: v.string(),
  fileName: v.string(),
  mediaType: v.string(),
  /** Base64 of the file's bytes. */
  content: v.string(),
});
/** A file kept with a customer. */
export type Attachment = v.InferOutput<typeof attachmentSchema>;
