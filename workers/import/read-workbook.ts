import type { SheetChoice } from '#contracts/import.ts';
import { accept, type Refusal, type Result, refuse } from '#core/result.ts';
import { readZip, type Unpacking, unpackPart, type ZipPart } from '#workers/zip/read-zip.ts';
import { attributeOf, scanXml, type XmlEvents } from './scan-xml.ts';
import { type NumberStyle, styleOf, unescapeText } from './workbook-cells.ts';

export type Sheet = SheetChoice & { readonly part: ZipPart };

/** What the sheets of a workbook share. */
export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly words: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly since: 1900 | 1904;
  readonly hasMacros: boolean;
};

/** What the parts that are kept in memory may grow to. */
const mostShared = 96 << 20;
const mostSmall = 16 << 20;

export const troubleRefusal = (trouble: 'damaged' | 'too-large'): Refusal => ({
  code: `workbook-${trouble}`,
});

/** Reads one file of XML as far as it goes; answers why it ended early. */
const readXml = async (
  file: Blob,
  part: ZipPart | undefined,
  most: number,
  events: XmlEvents,
): Promise<Refusal | undefined> => {
  if (part === undefined) return undefined;
  if (part.encrypted) return { code: 'file-encrypted' };
  const unpacking: Unpacking = { most };
  const push = scanXml(events);
  const decoder = new TextDecoder();
  for await (const bytes of unpackPart(file, part, unpacking)) {
    const trouble = push(decoder.decode(bytes, { stream: true }));
    if (trouble !== undefined) return troubleRefusal(trouble);
  }
  return unpacking.trouble === undefined ? undefined : troubleRefusal(unpacking.trouble);
};

const nothing = (): void => undefined;

/** The words of a workbook; readings above Chinese and Japanese words are no part of them. */
const wordsInto = (words: string[]): XmlEvents => {
  let word = '';
  let taking = false;
  let reading = false;
  return {
    open: (name) => {
      if (name === 'si') word = '';
      if (name === 'rPh') reading = true;
      taking = name === 't' && !reading;
    },
    text: (text) => {
      if (taking) word += text;
    },
    close: (name) => {
      if (name === 't') taking = false;
      if (name === 'rPh') reading = false;
      if (name === 'si') words.push(unescapeText(word));
    },
  };
};

const stylesInto = (styles: NumberStyle[]): XmlEvents => {
  const codes = new Map<number, string>();
  let inCells = false;
  return {
    open: (name, tag) => {
      if (name === 'numFmt')
        codes.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells)
        styles.push(styleOf(Number(attributeOf(tag, 'numFmtId') ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: nothing,
  };
};

type SheetEntry = { readonly name: string; readonly id: string; readonly hidden: boolean };

const outlineInto = (outline: { sheets: SheetEntry[]; since: 1900 | 1904 }): XmlEvents => ({
  open: (name, tag) => {
    if (name === 'workbookPr' && /^(?:1|true)$/u.test(attributeOf(tag, 'date1904') ?? ''))
      outline.since = 1904;
    if (name !== 'sheet') return;
    const state = attributeOf(tag, 'state') ?? 'visible';
    // The id of a relation has a prefix of its own: `r:id`, not `sheetId`.
    const id = /\w:id\s*=\s*["']([^"']*)/u.exec(tag)?.[1] ?? '';
    outline.sheets.push({ name: attributeOf(tag, 'name') ?? '', id, hidden: state !== 'visible' });
  },
  close: nothing,
  text: nothing,
});

const linksInto = (links: Map<string, string>): XmlEvents => ({
  open: (name, tag) => {
    if (name !== 'Relationship' || !attributeOf(tag, 'Type')?.endsWith('/worksheet')) return;
    const target = attributeOf(tag, 'Target') ?? '';
    links.set(attributeOf(tag, 'Id') ?? '', target.replace(/^\/?(?:xl\/)?(?:\.\/)?/u, 'xl/'));
  },
  close: nothing,
  text: nothing,
});

/** What an archive is that is no workbook we read. */
const otherKind = (parts: ReadonlyMap<string, ZipPart>): string => {
  const has = (name: string) => parts.has(name);
  if (has('xl/workbook.bin')) return 'XLSB';
  if (has('word/document.xml')) return 'DOCX';
  if (has('ppt/presentation.xml')) return 'PPTX';
  if (has('Index/Document.iwa') || has('Index.zip')) return 'Numbers';
  if (has('content.xml') && has('mimetype')) return 'ODS';
  return 'ZIP';
};

/**
 * Opens a workbook: its sheets and what they share. No sheet is read yet.
 * Refuses: file-other-kind, file-encrypted, workbook-too-large, workbook-damaged.
 */
export const readWorkbook = async (file: Blob): Promise<Result<Workbook>> => {
  const parts = await readZip(file);
  if (parts === undefined) return refuse('workbook-damaged');
  const main = parts.get('xl/workbook.xml');
  if (main === undefined) return refuse('file-other-kind', { kind: otherKind(parts) });
  const outline: { sheets: SheetEntry[]; since: 1900 | 1904 } = { sheets: [], since: 1900 };
  const links = new Map<string, string>();
  const words: string[] = [];
  const styles: NumberStyle[] = [];
  const reading: readonly (readonly [string, number, XmlEvents])[] = [
    ['xl/workbook.xml', mostSmall, outlineInto(outline)],
    ['xl/_rels/workbook.xml.rels', mostSmall, linksInto(links)],
    ['xl/styles.xml', mostSmall, stylesInto(styles)],
    ['xl/sharedStrings.xml', mostShared, wordsInto(words)],
  ];
  for (const [name, most, events] of reading) {
    const refusal = await readXml(file, parts.get(name), most, events);
    if (refusal !== undefined) return { ok: false, refusal };
  }
  const sheets = outline.sheets.flatMap(({ name, id, hidden }) => {
    const part = parts.get(links.get(id) ?? '');
    return part === undefined ? [] : [{ name, hidden, part }];
  });
  if (sheets.length === 0) return refuse('workbook-damaged');
  return accept({
    sheets,
    words,
    styles,
    since: outline.since,
    hasMacros: parts.has('xl/vbaProject.bin'),
  });
};
