import type { Attachment } from '#core/customers/attachment.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { redrawPicture } from './redraw-picture.ts';

/** Files other than pictures are kept as they are, so they must be small. */
const mostFileBytes = 3_000_000;

/** By kind or by name: a browser may not know what an ending means. */
const isPicture = ({ type, name }: File): boolean =>
  type.startsWith('image/') || /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/iu.test(name);

const toBase64 = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // In slices: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
};

/** The bytes of an attachment. What is no picture of ours is never given a kind a browser would open. */
export const blobOf = ({ content, mediaType }: Attachment): Blob => {
  const bytes = Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
  return new Blob([bytes], { type: isShown(mediaType) ? mediaType : 'application/octet-stream' });
};

/** What redrawing writes; anything else is kept, not shown. */
export const isShown = (mediaType: string): boolean =>
  mediaType === 'image/webp' || mediaType === 'image/png' || mediaType === 'image/jpeg';

/** A file as an attachment of a customer. Refuses: attachment-too-large, picture-unreadable. */
export const attach = async (
  file: File,
  customerId: string,
  now: number,
): Promise<Result<Attachment>> => {
  const picture = isPicture(file);
  if (!picture && file.size > mostFileBytes)
    return refuse('attachment-too-large', { megabytes: mostFileBytes / 1e6 });
  const redrawn = picture ? await redrawPicture(file) : accept(file as Blob);
  if (!redrawn.ok) return redrawn;
  return accept({
    id: crypto.randomUUID(),
    createdAt: now,
    updatedAt: now,
    rev: 0,
    customerId,
    fileName: file.name,
    mediaType: picture ? redrawn.value.type : file.type || 'application/octet-stream',
    content: await toBase64(redrawn.value),
  });
};
