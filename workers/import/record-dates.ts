import { type ColumnFacts, newFacts } from '#core/imports/column-facts.ts';
import { endsInYears, type ReadingHints, readColumn } from '#core/imports/read-column.ts';
import type { CustomerColumn } from './make-customer.ts';
import type { OpenFile } from './open-file.ts';
import type { RecordState } from './record-state.ts';

/** Whether dates fit two orders, or may begin with their year, and nobody said which. */
const isOpen = (facts: ColumnFacts, hints: ReadingHints): boolean => {
  if (hints.dates !== 'auto') return false;
  const isDayFirst = facts.dmyDates > 0 && facts.dmyDates >= facts.mdyDates;
  return readColumn(facts, hints).ambiguousDates || (isDayFirst && !endsInYears(facts));
};

/** A column whose dates fit two orders and that is no custom one: nobody may guess. */
export const openQuestion = ({ columns, file }: RecordState): string | undefined =>
  columns.find(
    ({ field }, at) =>
      ['expectedClose', 'startAt', 'endAt', 'dueAt'].includes(field) &&
      isOpen(file.scan.facts[at] ?? newFacts(), file.source.settings),
  )?.header;

/** Reads cells of a field of dates in the order the person or the file has said. */
export const withDates = (file: OpenFile, columns: readonly CustomerColumn[]): CustomerColumn[] =>
  columns.map((column, at) => {
    const facts = file.scan.facts[at] ?? newFacts();
    const { dates: wanted } = file.source.settings;
    const { isoDates, dmyDates, mdyDates } = facts;
    const most = Math.max(isoDates, dmyDates, mdyDates);
    const guessed = isoDates === most ? 'ymd' : dmyDates === most ? 'dmy' : 'mdy';
    const dates = wanted === 'auto' ? guessed : wanted;
    return { ...column, reading: { ...column.reading, dates } };
  });
