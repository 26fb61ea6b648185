import { accept, type Result } from '#core/result.ts';
import type { RawTable } from './arrange-table.ts';
import { cardColumns, countAttached, readCard } from './read-card.ts';
import { readText } from './read-text.ts';
import type { RowPart } from './table-source.ts';
import { unfoldCard } from './unfold-card.ts';

/** A card with more text than this, pictures included, is refused. */
const longestCard = 4 << 20;

type Cards = { rows: string[][]; broken: number[]; attached: number };

const refuseCard = ({ rows, broken }: Cards, lines: readonly string[]): void => {
  broken.push(rows.length);
  rows.push([lines.slice(0, 3).join(' ').slice(0, 200)]);
};

/** Takes lines and puts a row for each card; a card that cannot be read costs only itself. */
const cardsInto = (cards: Cards) => {
  let lines: string[] | undefined;
  let length = 0;
  let tooLong = false;
  const end = (whole: boolean) => {
    if (lines === undefined) return;
    const unfolded = whole && !tooLong ? unfoldCard(lines) : undefined;
    const row = unfolded === undefined ? undefined : readCard(unfolded);
    if (unfolded === undefined || row === undefined) refuseCard(cards, lines);
    else {
      cards.rows.push(row);
      cards.attached += countAttached(unfolded);
    }
    lines = undefined;
  };
  return {
    line: (line: string) => {
      if (/^\s*BEGIN\s*:\s*VCARD\s*$/iu.test(line)) {
        end(false);
        lines = [];
        length = 0;
        tooLong = false;
      } else if (/^\s*END\s*:\s*VCARD\s*$/iu.test(line)) end(true);
      else if (lines !== undefined && !tooLong) {
        length += line.length;
        tooLong = length > longestCard;
        if (!tooLong) lines.push(line);
      }
    },
    end: () => end(false),
  };
};

async function* readCards(file: Blob, encoding: string): AsyncGenerator<RowPart> {
  const cards: Cards = { rows: [[...cardColumns]], broken: [], attached: 0 };
  const { line, end } = cardsInto(cards);
  let pending = '';
  for await (const { text, bytes, last } of readText(file, encoding)) {
    const lines = (pending + text).split(/\r\n|\n|\r(?!$)/u);
    pending = last ? '' : (lines.pop() ?? '');
    // A line without an end is no card's.
    if (pending.length > longestCard) pending = '';
    for (const one of lines) line(one);
    if (last) end();
    yield { rows: cards.rows, bytes, broken: cards.broken, attached: cards.attached };
    cards.rows = [];
    cards.broken = [];
    cards.attached = 0;
  }
}

/** Opens cards as a table of known columns. */
export const openCards = (file: Blob, encoding: string): Result<RawTable> =>
  accept({
    form: 'vcard',
    encoding,
    delimiter: '',
    least: 0,
    padded: false,
    hasHeader: true,
    remarks: [],
    totalBytes: file.size,
    brokenReason: 'card-broken',
    rows: (mostBytes = file.size) =>
      readCards(mostBytes < file.size ? file.slice(0, mostBytes) : file, encoding),
  });
