import { expect, test } from 'vitest';
import type { Segment } from '#core/segments/segment-run.ts';
import { findSegment } from './find-segment.ts';

const segment = (en: string, zh: string, customName?: string): Segment => ({
  id: en,
  name: { en, zh },
  colour: 0,
  size: 0,
  centroid: [],
  means: [],
  ...(customName === undefined ? {} : { customName }),
});
const segments = [
  segment('Champions', '核心'),
  segment('Big but slipping', '大客户下滑'),
  segment('Dormant', '沉睡', 'Sleeping beauties'),
];

test.each([
  ['champions', 0],
  ['Champion customers', 0],
  ['chmpions', 0],
  ['核心客户', 0],
  ['big but slipping', 1],
  ['Sleeping Beauties', 2],
  ['dormant', 2],
  ['沉睡的客户', 2],
  ['segment 2', 1],
  ['3', 2],
  ['第二群', 1],
  ['分群3', 2],
  ['第一', 0],
  ['9', undefined],
  ['London', undefined],
  ['customers', undefined],
])('the segment "%s"', (written, place) => {
  expect(findSegment(segments, written)).toBe(place);
});
