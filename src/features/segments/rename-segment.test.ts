import { expect, test } from 'vitest';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { renameSegment } from './rename-segment.ts';

const segment = (id: string) => ({
  id,
  name: { en: id, zh: id },
  colour: 0,
  size: 1,
  centroid: [],
  means: [],
});

const run = { segments: [segment('a'), segment('b')] } as unknown as SegmentRun;

test('an own name is given to one segment, and a blank one gives the found name back', () => {
  const named = renameSegment(run, 1, '  Harbour shops ');
  expect(named.segments.map(({ customName }) => customName)).toEqual([undefined, 'Harbour shops']);
  expect(renameSegment(named, 1, '   ').segments[1]).toEqual(segment('b'));
});
