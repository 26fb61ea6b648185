import type { SegmentContract } from '#contracts/segment.ts';

type Input = SegmentContract['run']['input'];

/** Fixed, so that the same customers give the same segments. */
const seed = 1;

/** What is asked of the worker from the screen. */
export const runInput = (asked: Pick<Input, 'source' | 'columns' | 'k'>): Input => ({
  ...asked,
  log: [],
  scale: 'standard',
  seed,
  now: Date.now(),
});
