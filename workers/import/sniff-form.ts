import { accept, type Result, refuse } from '#core/result.ts';

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const zip = [0x50, 0x4b, 3, 4];
const emptyZip = [0x50, 0x4b, 5, 6];
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const pdf = [0x25, 0x50, 0x44, 0x46];

/** Where the names inside an old Office file are looked for. */
const namesWithin = 8 << 20;

/** Old Office files and workbooks with a password have the same beginning; the names inside differ. */
const refuseCompound = async (file: Blob) => {
  const bytes = new Uint8Array(await file.slice(0, namesWithin).arrayBuffer());
  const text = new TextDecoder('utf-16le').decode(bytes);
  if (text.includes('EncryptedPackage')) return refuse('file-encrypted');
  return refuse('file-other-kind', { kind: text.includes('WordDocument') ? 'DOC' : 'XLS' });
};

/**
 * What a file is by its first bytes: a workbook, cards, or else text.
 * Refuses by name what is none of them: file-other-kind, file-encrypted, file-unreadable.
 */
export const sniffForm = async (file: Blob): Promise<Result<'workbook' | 'cards' | 'text'>> => {
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  } catch {
    return refuse('file-unreadable');
  }
  if (startsWith(head, zip)) return accept('workbook');
  if (startsWith(head, emptyZip)) return refuse('file-other-kind', { kind: 'ZIP' });
  if (startsWith(head, compound)) return refuseCompound(file);
  if (startsWith(head, pdf)) return refuse('file-other-kind', { kind: 'PDF' });
  const text = new TextDecoder(head[1] === 0 || head[0] === 0xff ? 'utf-16le' : 'utf-8').decode(
    head,
  );
  return accept(/^\s*BEGIN\s*:\s*VCARD\s*$/imu.test(text) ? 'cards' : 'text');
};
