import type { Segment } from '#core/segments/segment-run.ts';
import { foldText } from './fold-text.ts';
import { bigramsOf, editDistance } from './link-name.ts';
import { readChineseNumber } from './zh/read-chinese-question.ts';

const namesOf = (segment: Segment): readonly string[] =>
  [segment.customName, segment.name.en, segment.name.zh]
    .filter((name) => name !== undefined && name !== '')
    .map((name) => foldText(name ?? ''));

const plain = (name: string): string =>
  name
    .replace(/^(?:the|my) /u, '')
    .replace(/的?(?:客户|顾客|人群|群|组)$/u, '')
    .replace(/ ?(?:customers?|segment|group)$/u, '')
    .replace(/[\s-]/gu, '');

/** "segment 2", "2", "第二群", "分群2" -> 2 */
const numberOf = (written: string): number | undefined => {
  const digits =
    /^(?:segment|cluster|group|no\.?|number|#)?\s*#?(\d{1,3})$/u.exec(written)?.[1] ??
    /^(?:第|分群|细分|分组|群|组|客户群)?第?([\d一二两三四五六七八九十]+)(?:个|号)?(?:分群|细分|分组|群组|群|组|类)?$/u.exec(
      written,
    )?.[1];
  return digits === undefined ? undefined : readChineseNumber(digits);
};

const likeness = (asked: string, name: string): number => {
  if (asked === '' || name === '') return 0;
  if (editDistance(asked, name, 1) <= 1 && asked.length >= 4) return 0.95;
  const a = bigramsOf(asked);
  const b = new Set(bigramsOf(name));
  return (2 * a.filter((bigram) => b.has(bigram)).length) / (a.length + b.size);
};

/**
 * The place of the segment a question means: by its names in either language, by number (from 1, as
 * shown), or by likeness. undefined when none is meant for sure.
 */
export const findSegment = (segments: readonly Segment[], written: string): number | undefined => {
  const asked = foldText(written);
  const at = segments.findIndex((segment) => namesOf(segment).includes(asked));
  if (at >= 0) return at;
  const number = numberOf(asked);
  if (number !== undefined)
    return number >= 1 && number <= segments.length ? number - 1 : undefined;
  const scored = segments.map((segment) =>
    Math.max(...namesOf(segment).map((name) => likeness(plain(asked), plain(name)))),
  );
  const best = Math.max(...scored);
  const isAlone = scored.filter((score) => score === best).length === 1;
  return best >= 0.6 && isAlone ? scored.indexOf(best) : undefined;
};
