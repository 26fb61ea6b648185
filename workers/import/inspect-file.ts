import type { FileKind, FileReading, ImportContract, TableRemark } from '#contracts/import.ts';
import type { FieldType } from '#core/customers/field-definition.ts';
import { type ColumnFacts, newFacts } from '#core/imports/column-facts.ts';
import { guessFileKind, mapHeaders } from '#core/imports/map-headers.ts';
import { hasShortYear, parseDate } from '#core/imports/parse-date.ts';
import {
  type ReadingHints,
  readColumn,
  settleDates,
  settleDecimal,
} from '#core/imports/read-column.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { openTable } from './open-table.ts';
import type { Scan } from './scan-file.ts';
import { scanOnce } from './scan-once.ts';

type Input = ImportContract['inspect']['input'];

/** Larger files are judged by their beginning; the run looks at all of it. */
const mostInspected = 24 * 1024 * 1024;

const samplesOf = (facts: ColumnFacts, at: number, preview: FileReading['preview']) => {
  const seen = [...(facts.distinct?.keys() ?? [])].slice(0, 3);
  if (seen.length > 0) return seen;
  const cells = preview.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
  return [...new Set(cells)].slice(0, 3);
};

/** Fields of words: a column of numbers, days or yes/no under such a header means something else. */
const wordFields = new Set(['name', 'altName', 'industry', 'city', 'region', 'country', 'email']);

/** Fields that hold a day. */
const dateFields = new Set(['date', 'expectedClose', 'startAt', 'endAt', 'dueAt']);

const fieldOf = (proposed: string, type: FieldType): string => {
  if (type === 'date') return dateFields.has(proposed) ? proposed : 'custom';
  if (type === 'yesno') return proposed === 'status' ? proposed : 'custom';
  return type === 'number' && wordFields.has(proposed) ? 'custom' : proposed;
};

/** An amount stands for the whole line only where the line says no price of its own. */
const withoutAmount = (fields: readonly string[]): string[] => {
  const isPriced = ['sku', 'productName', 'quantity', 'unitPrice'].some((id) =>
    fields.includes(id),
  );
  return fields.map((field) => (field === 'amount' && isPriced ? 'custom' : field));
};

const proposeFields = (headers: readonly string[], kind: FileKind, map: 'auto' | 'none') => {
  if (kind === 'orders') return withoutAmount(mapHeaders(headers, kind));
  return map === 'none' ? headers.map(() => 'custom') : mapHeaders(headers, kind);
};

const describeColumns = (
  { headers, facts, preview }: Scan,
  fields: readonly string[],
  hints: ReadingHints,
): Pick<FileReading, 'columns' | 'questions'> => {
  const questions: FileReading['questions'][number][] = [];
  const columns = headers.map((header, at) => {
    const column = facts[at] ?? newFacts();
    const { type, ambiguousDates } = readColumn(column, hints);
    if (ambiguousDates) questions.push({ header, about: 'dates' });
    const field = fieldOf(fields[at] ?? 'custom', type);
    // What an unanswered question comes to.
    return {
      header,
      field,
      type: ambiguousDates ? 'text' : type,
      samples: samplesOf(column, at, preview),
    };
  });
  return { columns, questions };
};

/** Years of two digits are read by a rule: it is said, with a date of each column as it is read. */
const remarkYears = ({ headers, facts, preview }: Scan, hints: ReadingHints): TableRemark[] => {
  const lines = headers.flatMap((header, at) => {
    const column = facts[at] ?? newFacts();
    const { type, dates, ambiguousDates } = readColumn(column, hints);
    if (column.shortYears === 0 || type !== 'date' || ambiguousDates) return [];
    const cells = [...(column.distinct?.keys() ?? []), ...preview.map((row) => row[at] ?? '')];
    const cell = cells.find((text) => hasShortYear(text) && parseDate(text, dates) !== undefined);
    return [cell === undefined ? header : `${header}: ${cell} → ${parseDate(cell, dates)}`];
  });
  return lines.length === 0 ? [] : [{ about: 'short-years', count: lines.length, lines }];
};

/**
 * Looks at a file and proposes how to read it: encoding, delimiter, header, kind, columns, types.
 * Refuses what readForm and scanFile refuse, and file-one-column where columns are to be mapped.
 */
export const inspectFile = async (input: Input): Promise<Result<FileReading>> => {
  const { file, settings = {}, map = 'auto' } = input;
  const table = await openTable(file, input.name, settings);
  if (!table.ok) return table;
  const source = table.value;
  const mostBytes = source.totalBytes > mostInspected ? mostInspected : undefined;
  const scan = await scanOnce(file, source, settings.hasHeader, { mostBytes });
  if (!scan.ok) return scan;
  const { headers, facts, preview, hasHeader } = scan.value;
  if (
    headers.length < 2 &&
    source.form === 'csv' &&
    settings.delimiter === undefined &&
    map === 'auto'
  )
    return refuse('file-one-column', { column: headers[0] ?? '' });
  const { form, encoding, delimiter, sheet, sheets = [], headerAt, remarks, head } = source;
  const decimal = settleDecimal(facts, delimiter, settings.decimal ?? 'auto');
  const dates = settleDates(facts, settings.dates ?? 'auto');
  const kind = input.kind ?? (map === 'none' ? 'customers' : guessFileKind(headers));
  const fields = proposeFields(headers, kind, map);
  return accept({
    settings: { encoding, delimiter, hasHeader, decimal, dates, headerAt, ...(sheet && { sheet }) },
    form,
    sheets,
    head,
    remarks: [...remarks, ...remarkYears(scan.value, { decimal, dates })],
    kind,
    ...describeColumns(scan.value, fields, { decimal, dates }),
    preview,
    bytes: file.size,
  });
};
