let table: Map<string, number> | undefined;

/** Character → two bytes, found by decoding every pair: Node decodes GBK but does not encode it. */
const gbkTable = (): Map<string, number> => {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !found.has(text))
        found.set(text, lead * 256 + trail);
    }
  return found;
};

/** The bytes of a text in GBK. Throws RangeError for a character that GBK does not have. */
export const encodeGbk = (text: string): Buffer => {
  table ??= gbkTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else throw new RangeError(`GBK has no ${character}`);
  }
  return Buffer.from(bytes);
};
