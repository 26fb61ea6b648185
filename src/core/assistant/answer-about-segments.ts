import type { Segment } from '#core/segments/segment-run.ts';
import { type AnswerPlan, say } from './answer-plan.ts';
import type { Language } from './conversation.ts';
import { formatShare } from './format-facts.ts';
import { wordsOf } from './words-of.ts';

/** A segment's name as shown: the person's own name wins. */
export const segmentName = (segment: Segment, language: Language): string =>
  segment.customName ?? segment.name[language];

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

/** "Show the segments and their sizes". `sizes`: customers counted per segment, in run order. */
export const answerSegments = (
  segments: readonly Segment[],
  sizes: readonly number[],
  language: Language,
): AnswerPlan => {
  const words = wordsOf(language);
  const { columns } = words;
  const all = total(sizes);
  return say('segments', words.segments({ segments: segments.length, customers: all }), [
    {
      kind: 'table',
      columns: [columns.segment, columns.customers, columns.share],
      rows: segments.map((segment, at) => [
        segmentName(segment, language),
        sizes[at] ?? 0,
        formatShare(sizes[at] ?? 0, all),
      ]),
    },
  ]);
};

/** "How many customers are in X". */
export const answerSegmentSize = (
  segments: readonly Segment[],
  sizes: readonly number[],
  at: number,
  language: Language,
): AnswerPlan => {
  const segment = segments[at];
  const size = sizes[at] ?? 0;
  const all = total(sizes);
  const text = wordsOf(language).segmentSize({
    segment: segment === undefined ? '' : segmentName(segment, language),
    size,
    customers: all,
    share: formatShare(size, all),
  });
  return say('segment-size', text);
};

/** A segment nobody knows: says so and offers those there are. */
export const answerSegmentUnknown = (
  segments: readonly Segment[],
  written: string,
  language: Language,
): AnswerPlan => {
  const words = wordsOf(language);
  const choices = segments.map((segment) => words.ask.segmentSize(segmentName(segment, language)));
  return say('segment-unknown', words.segmentUnknown(written), [{ kind: 'choices', choices }]);
};
