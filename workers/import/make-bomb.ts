import * as fflate from 'fflate/browser';
import { listWorkbookFiles } from './make-workbook.ts';

const sheetName = 'xl/worksheets/sheet1.xml';

const pack = (text: string, isLast: boolean): Uint8Array<ArrayBuffer> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const deflate = new fflate.Deflate({ level: 6 }, (piece) => pieces.push(piece.slice()));
  deflate.push(fflate.strToU8(text), isLast);
  // Up to a whole byte: another piece may follow, as often as one likes.
  if (!isLast) deflate.flush(true);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

/** A workbook whose sheet grows to two gigabytes of good rows; of its size it says whatever one likes. */
export const makeBomb = (saidBytes: number): Blob => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new fflate.Zip((_, piece) => pieces.push(piece.slice()));
  for (const [name, bytes] of listWorkbookFiles('').filter(([name]) => name !== sheetName)) {
    const plain = new fflate.ZipPassThrough(name);
    zip.add(plain);
    plain.push(bytes, true);
  }
  const sheet: fflate.ZipInputFile = {
    filename: sheetName,
    size: saidBytes,
    crc: 0,
    compression: 8,
  };
  zip.add(sheet);
  const rows = pack('<row><c><v>0</v></c></row>'.repeat(400_000), false);
  sheet.ondata?.(null, pack('<worksheet><sheetData>', false), false);
  for (let part = 0; part < 200; part += 1) sheet.ondata?.(null, rows, false);
  sheet.ondata?.(null, pack('</sheetData></worksheet>', true), true);
  zip.end();
  return new Blob(pieces);
};
