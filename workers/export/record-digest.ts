/** Lines that are hashed together. */
const batchLines = 1000;

/** SHA-256 of texts in their order, base64: equal records in equal order give equal digests. */
export type RecordDigest = {
  readonly add: (line: string) => Promise<void>;
  readonly end: () => Promise<string>;
};

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** A digest that never holds more than a thousand lines: a hash over the hashes of batches. */
export const openDigest = (): RecordDigest => {
  const encoder = new TextEncoder();
  const hashes: Uint8Array<ArrayBuffer>[] = [];
  let lines: string[] = [];
  const settle = async () => {
    if (lines.length === 0) return;
    const text = lines.join('\n');
    lines = [];
    hashes.push(await sha256(encoder.encode(text)));
  };
  return {
    add: async (line) => {
      lines.push(line);
      if (lines.length >= batchLines) await settle();
    },
    end: async () => {
      await settle();
      const joined = new Uint8Array(await new Blob(hashes).arrayBuffer());
      const digest = await sha256(joined);
      return btoa(String.fromCharCode(...digest));
    },
  };
};
