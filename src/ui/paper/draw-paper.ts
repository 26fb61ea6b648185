import type { Paper } from './paper.ts';
import { type Pen, penOf } from './pen.ts';

/** A4 in points, and what is left white around it. */
export const a4 = { width: 595.28, height: 841.89 } as const;
const margin = 46;
const inner = a4.width - 2 * margin;
const foot = a4.height - margin;

/** Pixels per point: 2.5 is 180 dots per inch, sharp on paper and light to send. */
const scale = 2.5;

const small = 8.5;
const normal = 9.5;
const gap = 4;

/** The pages of one paper, each a canvas, and where the pen stands on the last. */
type Sheet = {
  readonly paper: Paper;
  readonly pages: HTMLCanvasElement[];
  pen: Pen;
  y: number;
};

const addPage = (sheet: Pick<Sheet, 'paper' | 'pages'>): Pen => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(a4.width * scale);
  canvas.height = Math.round(a4.height * scale);
  sheet.pages.push(canvas);
  return penOf(canvas, scale, sheet.paper.locale);
};

const drawColumn = (pen: Pen, lines: readonly string[], x: number, align: 'left' | 'right') => {
  let y = margin + normal;
  lines.forEach((line, at) => {
    for (const part of pen.wrap(line, inner * 0.48, normal, at === 0)) {
      pen.text(part, x, y, { size: normal, isBold: at === 0, align });
      y += normal * 1.45;
    }
  });
  return y;
};

const drawTop = (sheet: Sheet) => {
  const { pen, paper } = sheet;
  const left = drawColumn(pen, paper.receiver, margin, 'left');
  const right = drawColumn(pen, paper.sender, margin + inner, 'right');
  sheet.y = Math.max(left, right, margin + 90) + 18;
  pen.text(paper.title, margin, sheet.y, { size: 18, isBold: true });
  sheet.y += 18;
  const facts = paper.facts.map(([name, value]) => `${name}: ${value}`).join('   ');
  pen.text(facts, margin, sheet.y, { size: normal });
  sheet.y += 14;
};

/** Left edge and width of every column. */
const columnsAt = (paper: Paper) => {
  let x = margin;
  return paper.columns.map((column) => {
    const at = { ...column, x, width: column.width * inner };
    x += at.width;
    return at;
  });
};

/** `sheet.y` is the upper edge of a row, before and after. */
const drawCells = (sheet: Sheet, cells: readonly string[], isBold: boolean) => {
  const { paper } = sheet;
  const size = isBold ? small : normal;
  const leading = size * 1.4;
  const wrapped = columnsAt(paper).map((column, at) => ({
    column,
    lines: sheet.pen.wrap(cells[at] ?? '', column.width - gap * 2, size, isBold),
  }));
  const height = Math.max(...wrapped.map(({ lines }) => lines.length)) * leading + gap * 2;
  if (!isBold && sheet.y + height > foot - 20) nextPage(sheet);
  const { pen, y } = sheet;
  for (const { column, lines } of wrapped) {
    const x = column.isNumber ? column.x + column.width - gap : column.x + gap;
    const align = column.isNumber ? 'right' : 'left';
    lines.forEach((line, at) => {
      pen.text(line, x, y + gap + size + at * leading, { size, isBold, align });
    });
  }
  pen.line(margin, y + height, margin + inner, isBold ? 1 : 0.4);
  sheet.y = y + height;
};

const drawHeader = (sheet: Sheet) =>
  drawCells(
    sheet,
    sheet.paper.columns.map(({ name }) => name),
    true,
  );

/** A further page says what it belongs to and repeats the head of the table. */
const nextPage = (sheet: Sheet) => {
  sheet.pen = addPage(sheet);
  sheet.y = margin + small;
  sheet.pen.text(sheet.paper.title, margin, sheet.y, { size: small });
  sheet.y += 12;
  drawHeader(sheet);
};

const drawTotals = (sheet: Sheet) => {
  const { paper } = sheet;
  const height = paper.totals.length * 16 + 36;
  if (sheet.y + height > foot - 20) nextPage(sheet);
  const left = margin + inner * 0.5;
  sheet.y += 20;
  for (const { name, value, isTotal } of paper.totals) {
    const size = isTotal ? 12 : normal;
    if (isTotal) {
      sheet.pen.line(left, sheet.y - 6, margin + inner, 1);
      sheet.y += 10;
    }
    const look = { size, isBold: isTotal } as const;
    sheet.pen.text(name, left, sheet.y, look);
    sheet.pen.text(value, margin + inner - gap, sheet.y, { ...look, align: 'right' });
    sheet.y += 16;
  }
};

const drawNote = (sheet: Sheet) => {
  const { paper } = sheet;
  if (paper.note === '') return;
  sheet.y += 16;
  for (const line of sheet.pen.wrap(paper.note, inner, normal, false)) {
    if (sheet.y > foot - 20) nextPage(sheet);
    sheet.pen.text(line, margin, sheet.y, { size: normal });
    sheet.y += normal * 1.45;
  }
};

/** Draws the paper with the system's own fonts: A4 pages, white ground. */
export const drawPaper = (paper: Paper): readonly HTMLCanvasElement[] => {
  const pages: HTMLCanvasElement[] = [];
  const sheet: Sheet = { paper, pages, pen: addPage({ paper, pages }), y: margin };
  drawTop(sheet);
  drawHeader(sheet);
  for (const row of paper.rows) drawCells(sheet, row, false);
  drawTotals(sheet);
  drawNote(sheet);
  pages.forEach((page, at) => {
    const pen = penOf(page, scale, paper.locale, false);
    pen.text(paper.page(at + 1, pages.length), margin + inner, foot + 12, {
      size: small,
      align: 'right',
    });
  });
  return pages;
};
