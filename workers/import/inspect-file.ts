import type { ColumnMapping, FileReading, ImportContract } from '#contracts/import.ts';
import { type ColumnFacts, readColumn } from '#core/imports/column-facts.ts';
import { guessFileKind, mapCustomerHeaders, mapOrderHeaders } from '#core/imports/map-headers.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { readForm, scanFile } from './scan-file.ts';

type Input = ImportContract['inspect']['input'];

/** Larger files are judged by their beginning; the run looks at all of it. */
const mostInspected = 24 * 1024 * 1024;

const headOf = (file: Blob): Blob =>
  file.size > mostInspected ? file.slice(0, mostInspected) : file;

const samplesOf = (facts: ColumnFacts | undefined, at: number, preview: FileReading['preview']) => {
  const seen = [...(facts?.distinct?.keys() ?? [])].slice(0, 3);
  if (seen.length > 0) return seen;
  const cells = preview.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
  return [...new Set(cells)].slice(0, 3);
};

/** Looks at a file and proposes how to read it: encoding, delimiter, header, kind, columns, types. */
export const inspectFile = async (input: Input): Promise<Result<FileReading>> => {
  const { file, settings = {}, map = 'auto' } = input;
  const form = await readForm(file, settings);
  if (!form.ok) return form;
  const scan = await scanFile(headOf(file), form.value, settings.hasHeader);
  if (!scan.ok) return scan;
  const { headers, facts, preview, hasHeader } = scan.value;
  if (headers.length < 2 && settings.delimiter === undefined)
    return refuse('file-one-column', { column: headers[0] ?? '' });
  const kind = input.kind ?? (map === 'none' ? 'customers' : guessFileKind(headers));
  const hints = { decimal: settings.decimal ?? 'auto', dates: settings.dates ?? 'auto' } as const;
  const fields =
    kind === 'orders'
      ? mapOrderHeaders(headers)
      : map === 'none'
        ? headers.map(() => 'custom')
        : mapCustomerHeaders(headers);
  const columns = headers.map((header, at) => {
    const column = facts[at];
    const type = column === undefined ? 'text' : readColumn(column, hints).type;
    const mapping: ColumnMapping = { header, field: fields[at] ?? 'custom', type };
    return { ...mapping, samples: samplesOf(column, at, preview) };
  });
  const { encoding, delimiter } = form.value;
  return accept({
    settings: { encoding, delimiter, hasHeader, ...hints },
    kind,
    columns,
    preview,
    bytes: file.size,
  });
};
