import { describe, expect, test } from 'vitest';
import { type CountEvidence, chooseCount, judgeCount } from './choose-count.ts';

const evidence = (k: number, more: Partial<CountEvidence> = {}): CountEvidence => ({
  k,
  stability: 0.95,
  silhouette: 0.4,
  inertia: 100 / k,
  smallest: 0.2,
  border: 0.2,
  ...more,
});

describe('the number of segments', () => {
  test('the best silhouette among those that come out again', () => {
    const tried = [
      evidence(3, { silhouette: 0.4 }),
      evidence(4, { silhouette: 0.5 }),
      evidence(5, { silhouette: 0.9, stability: 0.79 }),
      evidence(6, { silhouette: 0.8, smallest: 0.029 }),
    ];
    expect(chooseCount(tried)?.k).toBe(4);
    expect(chooseCount([evidence(3), evidence(4)])?.k).toBe(3);
  });

  test('where none holds, the one that comes nearest', () => {
    const tried = [
      evidence(3, { stability: 0.5 }),
      evidence(4, { stability: 0.7 }),
      evidence(5, { stability: 0.75, smallest: 0.01 }),
    ];
    expect(chooseCount(tried)?.k).toBe(4);
    expect(chooseCount([])).toBeUndefined();
  });
});

test('natural: comes out again, with a gap; a handful of odd customers is no group', () => {
  expect(judgeCount(evidence(3))).toBe('natural');
  expect(judgeCount(evidence(3, { border: 0.9 }))).toBe('made-up');
  expect(judgeCount(evidence(3, { smallest: 0.01 }))).toBe('made-up');
  expect(judgeCount(evidence(3, { stability: 0.79 }))).toBe('unstable');
});
