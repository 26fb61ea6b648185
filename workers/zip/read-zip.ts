/** A file inside an archive, as its directory describes it. */
export type ZipPart = {
  readonly name: string;
  /** Bytes as they lie in the archive, and as they are said to become. */
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly offset: number;
};

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const unsaid = 0xffffffff;

/** An archive with a larger directory is no workbook. */
const largestDirectory = 8 << 20;
const mostParts = 20_000;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(Math.max(0, from), to).arrayBuffer());

const findEnd = (tail: DataView): number => {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1)
    if (tail.getUint32(at, true) === endMark) return at;
  return -1;
};

/** The numbers of a large archive lie in an extra field of their entry, in order of what is unsaid. */
const largeNumbers = (view: DataView, from: number, to: number): number[] => {
  for (let at = from; at + 4 <= to; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      const numbers: number[] = [];
      for (let n = at + 4; n + 8 <= Math.min(to, at + 4 + size); n += 8)
        numbers.push(Number(view.getBigUint64(n, true)));
      return numbers;
    }
    at += 4 + size;
  }
  return [];
};

const readPart = (view: DataView, at: number, nameEnd: number, extraEnd: number): ZipPart => {
  const large = largeNumbers(view, nameEnd, extraEnd);
  const said = (place: number): number => {
    const number = view.getUint32(at + place, true);
    return number === unsaid ? (large.shift() ?? number) : number;
  };
  const unpacked = said(24);
  const packed = said(20);
  const offset = said(42);
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, nameEnd - at - 46),
  );
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  return { name, packed, unpacked, offset, encrypted, method: view.getUint16(at + 10, true) };
};

/** The files of an archive by their names, or undefined where its directory cannot be read. */
export const readZip = async (file: Blob): Promise<ReadonlyMap<string, ZipPart> | undefined> => {
  const tail = await viewOf(file, file.size - 65_557, file.size);
  const end = findEnd(tail);
  if (end < 0) return undefined;
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (size > largestDirectory || start + size > file.size) return undefined;
  const view = await viewOf(file, start, start + size);
  const parts = new Map<string, ZipPart>();
  for (let at = 0; at + 46 <= view.byteLength && parts.size < mostParts; ) {
    if (view.getUint32(at, true) !== entryMark) return undefined;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    const part = readPart(view, at, nameEnd, extraEnd);
    parts.set(part.name, part);
    at = next;
  }
  return parts;
};

/** How much a file may become, and what ended its unpacking early. */
export type Unpacking = {
  readonly most: number;
  trouble?: 'too-large' | 'damaged';
};

/** Beyond the first 16 MiB a file that grows more than so many times was made to do harm. */
const harmlessBytes = 16 << 20;
const largestRatio = 200;

/** Bytes unpacked in one go: at the worst ratio there is they become 32 MiB. */
const sliceBytes = 32 << 10;

const packedStream = (
  file: Blob,
  from: number,
  to: number,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let at = from;
  return new ReadableStream(
    {
      pull: async (controller) => {
        const end = Math.min(to, at + sliceBytes);
        if (end > at) controller.enqueue(new Uint8Array(await file.slice(at, end).arrayBuffer()));
        at = end;
        if (at >= to) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
};

const streamOf = async (
  file: Blob,
  part: ZipPart,
): Promise<ReadableStream<Uint8Array> | undefined> => {
  const { method, offset, packed } = part;
  if (offset + 30 > file.size || (method !== 0 && method !== 8)) return undefined;
  const local = await viewOf(file, offset, offset + 30);
  if (local.getUint32(0, true) !== localMark) return undefined;
  const from = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + packed > file.size) return undefined;
  const stream = packedStream(file, from, from + packed);
  return method === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'));
};

/**
 * The bytes of one file of an archive as they are unpacked. One that says itself that it grows beyond
 * the cap is not begun; one that grows beyond what it says goes no further. `unpacking.trouble` says why.
 */
export async function* unpackPart(
  file: Blob,
  part: ZipPart,
  unpacking: Unpacking,
): AsyncGenerator<Uint8Array> {
  const most = Math.min(unpacking.most, Math.max(harmlessBytes, part.packed * largestRatio));
  if (part.unpacked > most) {
    unpacking.trouble = 'too-large';
    return;
  }
  const reader = (await streamOf(file, part))?.getReader();
  if (reader === undefined) {
    unpacking.trouble = 'damaged';
    return;
  }
  let grown = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      grown += value.length;
      if (grown > part.unpacked) {
        unpacking.trouble = 'damaged';
        return;
      }
      yield value;
    }
  } catch {
    unpacking.trouble = 'damaged';
  } finally {
    // Left early, the stream has no reader any more and unpacks nothing further.
    await reader.cancel().catch(() => undefined);
  }
}
