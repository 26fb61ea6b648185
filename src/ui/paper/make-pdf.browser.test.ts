import { expect, test } from 'vitest';
import { drawPaper } from './draw-paper.ts';
import { makePdf } from './make-pdf.ts';
import type { Paper } from './paper.ts';

const paperOf = (rows: number): Paper => ({
  title: '订单 2026-0001',
  sender: ['茶叶有限公司', '上海市建国路1号'],
  receiver: ['Teehaus am See', 'Uferweg 3', '78462 Konstanz'],
  facts: [['日期', '2026年11月26日']],
  columns: [
    { name: '产品', width: 0.7, isNumber: false },
    { name: '金额', width: 0.3, isNumber: true },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`有机绿茶 ${at}`, '¥12.00']),
  totals: [{ name: '合计', value: '¥720.00', isTotal: true }],
  note: '请周五送货',
  page: (page, pages) => `${page}/${pages}`,
  locale: 'zh-CN',
  fileName: '订单 2026-0001',
});

/** Whether anything dark stands in a strip of a page; heights are shares of the page. */
const hasInk = (page: HTMLCanvasElement, from: number, to: number): boolean => {
  const context = page.getContext('2d');
  const top = Math.round(from * page.height);
  const height = Math.round((to - from) * page.height);
  const data = context?.getImageData(0, top, page.width, height).data ?? [];
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) return true;
  return false;
};

test('an order of sixty lines fills several pages, each with a head and its number', () => {
  const pages = drawPaper(paperOf(60));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    expect(page.width / page.height).toBeCloseTo(210 / 297, 2);
    expect(hasInk(page, 0.05, 0.12)).toBe(true);
    expect(hasInk(page, 0.955, 0.98)).toBe(true);
    // The margins stay white.
    expect(hasInk(page, 0, 0.045)).toBe(false);
  }
});

test('the file is a PDF with a picture a page, light enough to send', async () => {
  const file = await makePdf(paperOf(60));
  const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
  expect(file).toMatchObject({ name: '订单 2026-0001.pdf', type: 'application/pdf' });
  expect(text.slice(0, 7)).toBe('%PDF-1.');
  const pages = text.match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0;
  expect(pages).toBe(drawPaper(paperOf(60)).length);
  expect(text.match(/\/Subtype \/Image/gu)).toHaveLength(pages);
  expect(file.size).toBeLessThan(300_000 * pages);
});
