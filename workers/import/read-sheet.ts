import { type Unpacking, unpackPart } from '#workers/zip/read-zip.ts';
import { type Sheet, troubleRefusal, type Workbook } from './read-workbook.ts';
import { attributeOf, scanXml, type XmlEvents } from './scan-xml.ts';
import type { RowPart } from './table-source.ts';
import { columnOf, numberText, unescapeText } from './workbook-cells.ts';

/** A sheet may become this large; it is never in memory whole. */
const mostSheet = 512 << 20;

/** Columns a sheet can have. */
const mostColumns = 16_384;

const plain = { kind: 'number' } as const;

const yesNo = (text: string): string => (text === '1' || text === 'true' ? 'TRUE' : 'FALSE');

const cellText = (book: Workbook, type: string, style: number, text: string): string => {
  if (type === 's') return book.words[Number(text)] ?? '';
  if (type === 'b') return yesNo(text);
  if (type === 'd') return text.replace(/(?:\.\d+)?Z?$/u, '').replace(/T00:00(?::00)?$/u, '');
  if (type === 'n') return numberText(text, book.styles[style] ?? plain, book.since);
  return unescapeText(text);
};

type Taking = { rows: string[][]; cells: number; torn: boolean };

/** Cells as the rows end. A cell's value may be kept by its formula; the formula itself is not read. */
const rowsInto = (book: Workbook, taking: Taking): XmlEvents => {
  let row: string[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let inValue = false;
  let inData = false;
  const putCell = () => {
    if (value === '') return;
    while (row.length < column) row.push('');
    row[column] = cellText(book, type, style, value);
  };
  const openCell = (tag: string) => {
    const address = attributeOf(tag, 'r');
    column = address === undefined ? column + 1 : columnOf(address);
    if (column < 0 || column >= mostColumns) taking.torn = true;
    type = attributeOf(tag, 't') ?? 'n';
    style = Number(attributeOf(tag, 's') ?? 0);
    value = '';
  };
  const endRow = () => {
    taking.cells += row.length;
    if (row.some((cell) => cell.trim() !== '')) taking.rows.push(row);
    row = [];
    column = -1;
  };
  return {
    open: (name, tag) => {
      if (name === 'sheetData') inData = true;
      else if (inData && name === 'c') openCell(tag);
      else if (inData && (name === 'v' || name === 't')) inValue = true;
    },
    text: (text) => {
      if (inValue && !taking.torn) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'sheetData') inData = false;
      else if (inData && name === 'c' && !taking.torn) putCell();
      else if (inData && name === 'row') endRow();
    },
  };
};

/** The rows of a sheet as they are unpacked; rows without a filled cell are none. */
export async function* readSheet(
  file: Blob,
  book: Workbook,
  { part }: Sheet,
  mostBytes = mostSheet,
): AsyncGenerator<RowPart> {
  const unpacking: Unpacking = { most: mostSheet };
  const taking: Taking = { rows: [], cells: 0, torn: false };
  const push = scanXml(rowsInto(book, taking));
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const piece of unpackPart(file, part, unpacking)) {
    bytes += piece.length;
    const pushed = push(decoder.decode(piece, { stream: true }));
    const trouble = taking.torn ? 'damaged' : pushed;
    const rows = taking.rows;
    taking.rows = [];
    if (trouble !== undefined) {
      yield { rows, bytes, broken: [], stopped: troubleRefusal(trouble) };
      return;
    }
    if (rows.length > 0) yield { rows, bytes, broken: [] };
    if (bytes > mostBytes) return;
  }
  if (unpacking.trouble === undefined) return;
  yield { rows: [], bytes, broken: [], stopped: troubleRefusal(unpacking.trouble) };
}
