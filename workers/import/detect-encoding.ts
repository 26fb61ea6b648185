/** Encodings offered to a person; the laboratory takes any label of the Encoding Standard. */
export type Detected = { readonly encoding: string; readonly bomBytes: number };

const boms: readonly (readonly [encoding: string, ...bytes: number[]])[] = [
  ['utf-32le', 0xff, 0xfe, 0, 0],
  ['utf-32be', 0, 0, 0xfe, 0xff],
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte);

/** Share of zero bytes at even and at odd places: half of them tells UTF-16 without a mark. */
const zeroShares = (bytes: Uint8Array): readonly [even: number, odd: number] => {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const half = Math.max(1, bytes.length / 2);
  return [(zeros[0] ?? 0) / half, (zeros[1] ?? 0) / half];
};

const decodes = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    // `stream` keeps a character cut by the end of the sample from counting as an error.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether the high bytes come in pairs as in Chinese text (both from 0xA1, the GB2312 area), and
 * not one by one between Latin letters. Almost any text decodes as GB18030, so that says little.
 */
const looksChinese = (bytes: Uint8Array): boolean => {
  let pairs = 0;
  let singles = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at] ?? 0) >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1) {
      pairs += 1;
      at += 1;
    } else singles += 1;
  }
  return pairs > singles * 2;
};

/**
 * The encoding of a file by its first bytes: byte order mark, UTF-16 without one, strict UTF-8,
 * GB18030, and windows-1252 for the rest.
 */
export const detectEncoding = (head: Uint8Array): Detected => {
  for (const [encoding, ...bytes] of boms)
    if (startsWith(head, bytes)) return { encoding, bomBytes: bytes.length };
  const [even, odd] = zeroShares(head);
  if (odd > 0.3 && even < 0.1) return { encoding: 'utf-16le', bomBytes: 0 };
  if (even > 0.3 && odd < 0.1) return { encoding: 'utf-16be', bomBytes: 0 };
  if (decodes(head, 'utf-8')) return { encoding: 'utf-8', bomBytes: 0 };
  if (looksChinese(head) && decodes(head, 'gb18030')) return { encoding: 'gb18030', bomBytes: 0 };
  return { encoding: 'windows-1252', bomBytes: 0 };
};

const magics: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and with it XLSX
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xd0, 0xcf, 0x11, 0xe0], // old Office files
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

/** Whether a file is a picture, an archive or a program rather than text. */
export const looksBinary = (head: Uint8Array, encoding: string): boolean => {
  if (magics.some((magic) => startsWith(head, magic))) return true;
  if (encoding.startsWith('utf-16') || encoding.startsWith('utf-32')) return false;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return controls > Math.max(2, head.length * 0.05);
};
