/** Larger files of cards are read as they are. */
const mostMended = 64 << 20;

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;
const isInsideLetter = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/**
 * Cards whose lines were folded after so many bytes, also inside a letter of several: such a fold is
 * taken out before the bytes are read as text. Other folds stay.
 */
export const mendFolds = async (file: Blob): Promise<Blob> => {
  if (file.size > mostMended) return file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (!isBlank(bytes[at + 1]) || !isInsideLetter(bytes[at + 2])) continue;
    pieces.push(bytes.subarray(from, bytes[at - 1] === 0x0d ? at - 1 : at));
    from = at + 2;
  }
  return pieces.length === 0 ? file : new Blob([...pieces, bytes.subarray(from)]);
};
