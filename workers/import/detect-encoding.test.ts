import { describe, expect, test } from 'vitest';
import { readForm } from './scan-file.ts';

const encodingOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const form = await readForm(new Blob([bytes]), {});
  return form.ok ? form.value.encoding : form.refusal.code;
};
const utf8 = (text: string) => new TextEncoder().encode(text);
/** 客户名称,城市 and 王记超市,上海 as GBK. */
const gbk = Uint8Array.from(
  'bfcdbba7c3fbb3c62cb3c7cad00acdf5bcc7b3accad02cc9cfbaa30a'.match(/../gu) ?? [],
  (hex) => Number.parseInt(hex, 16),
);
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const marked = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), !big);
  return bytes;
};

describe('[I1] the encoding of a file', () => {
  test('is told by a byte order mark', async () => {
    expect(await encodingOf(utf8('\uFEFFname,city\n'))).toBe('utf-8');
    expect(await encodingOf(utf16('name,city\n', true, true))).toBe('utf-16be');
    expect(await encodingOf(utf16('name,city\n', false, true))).toBe('utf-16le');
  });

  test('is UTF-16 without a mark where every second byte is empty', async () => {
    expect(await encodingOf(utf16('name,city\nAnna,York\n', false, false))).toBe('utf-16le');
    expect(await encodingOf(utf16('name,city\nAnna,York\n', true, false))).toBe('utf-16be');
  });

  test('is UTF-8 when the whole file is', async () => {
    expect(await encodingOf(utf8('name\nJosé\n客户\n'))).toBe('utf-8');
  });

  test('is Chinese when the odd bytes come in pairs, Western when they stand alone', async () => {
    expect(await encodingOf(gbk)).toBe('gb18030');
    expect(await encodingOf(latin('name,city\nM\xfcller,K\xf6ln\nJos\xe9,Le\xf3n\n'))).toBe(
      'windows-1252',
    );
  });

  test('is found out also when the first odd letter comes after a megabyte', async () => {
    const plain = 'name,city\n'.repeat(150_000);
    expect(await encodingOf(latin(`${plain}M\xfcller,K\xf6ln\n`))).toBe('windows-1252');
    const chinese = [...utf8(plain), ...gbk];
    expect(await encodingOf(Uint8Array.from(chinese))).toBe('gb18030');
  });

  test('a picture, an archive and an empty file are no tables', async () => {
    expect(await encodingOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).toBe(
      'file-binary',
    );
    expect(await encodingOf(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toBe('file-binary');
    expect(await encodingOf(new Uint8Array())).toBe('file-empty');
    expect(await encodingOf(utf8(' \n\n'))).toBe('file-empty');
  });

  test('a file that claims a gigabyte is refused before it is read', async () => {
    const claim = { size: 1 << 30 } as Blob;
    expect(await readForm(claim, {})).toMatchObject({ refusal: { code: 'file-too-large' } });
  });
});
