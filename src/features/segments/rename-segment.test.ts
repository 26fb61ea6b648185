import { expect, test } from 'vitest';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { renameEverywhere } from './rename-segment.ts';

const segment = (id: string) => ({
  id,
  name: { en: id, zh: id },
  colour: 0,
  size: 1,
  centroid: [],
  means: [],
});

const runOf = (...ids: string[]) => ({ segments: ids.map(segment) }) as unknown as SegmentRun;

test('an own name is given to a segment in every kept run that has it', () => {
  const [newer, older] = renameEverywhere(
    [runOf('a', 'b'), runOf('x'), runOf('b')],
    'b',
    '  Harbour shops ',
  );
  expect(newer?.segments.map(({ customName }) => customName)).toEqual([undefined, 'Harbour shops']);
  expect(older?.segments[0]?.customName).toBe('Harbour shops');
});

test('a blank name gives the found one back', () => {
  const named = renameEverywhere([runOf('b')], 'b', 'Harbour');
  expect(renameEverywhere(named, 'b', '   ')[0]?.segments[0]).toEqual(segment('b'));
});
