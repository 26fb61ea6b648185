const sliceBytes = 1 << 20;

/** UTF-32 by hand: the platform has no decoder for it. */
const utf32Decoder = (littleEndian: boolean) => {
  let rest: Uint8Array = new Uint8Array();
  return (bytes: Uint8Array): string => {
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    const whole = all.length - (all.length % 4);
    rest = all.slice(whole);
    const view = new DataView(all.buffer);
    let text = '';
    for (let at = 0; at < whole; at += 4) {
      const point = view.getUint32(at, littleEndian);
      text += point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
    }
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  };
};

/** A function that turns the next bytes of a file into text; `last` flushes a cut character. */
export const textDecoder = (encoding: string): ((bytes: Uint8Array, last: boolean) => string) => {
  if (encoding.startsWith('utf-32')) return utf32Decoder(encoding === 'utf-32le');
  const decoder = new TextDecoder(encoding);
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
};

export type TextPart = { readonly text: string; readonly bytes: number; readonly last: boolean };

/** The text of a file, a mebibyte at a time: it is never in memory whole. */
export async function* readText(file: Blob, encoding: string): AsyncGenerator<TextPart> {
  const decode = textDecoder(encoding);
  for (let at = 0; at < file.size || at === 0; at += sliceBytes) {
    const end = Math.min(file.size, at + sliceBytes);
    const bytes = new Uint8Array(await file.slice(at, end).arrayBuffer());
    const last = end >= file.size;
    yield { text: decode(bytes, last), bytes: end, last };
    if (last) return;
  }
}

/**
 * The part of a file in which strict UTF-8 first fails, or undefined when all of it is UTF-8. A few
 * bytes before are included: a character may be cut between two parts.
 */
export const findNonUtf8 = async (file: Blob): Promise<Uint8Array | undefined> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < file.size; at += sliceBytes) {
    const end = Math.min(file.size, at + sliceBytes);
    const bytes = new Uint8Array(await file.slice(at, end).arrayBuffer());
    try {
      decoder.decode(bytes, { stream: end < file.size });
    } catch {
      return new Uint8Array(await file.slice(Math.max(0, at - 4), end).arrayBuffer());
    }
  }
  return undefined;
};
