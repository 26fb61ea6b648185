import type { OwnQuestion } from '#core/assistant/own-question.ts';
import { firstGroup, framesOf, group, people } from './english-terms.ts';

const sizeFrames = framesOf([
  `how many(?: ${people}| of my ${people}| of them)?(?: are(?: there)?| do (?:i|we) have| belong| fall)? (?:in|to|into|inside|within|of) (?:the |my )?(?:${group} (?:called |named )?)?(.+?)$`,
  `how many ${people} (?:does|do|has|have) (?:the |my )?(.+?)(?: have| contain| hold| include)?$`,
  `how (?:big|large|small) (?:is|are) (?:the |my )?(?:${group} (?:called |named )?)?(.+?)$`,
  `(?:what is |what's )?(?:the )?(?:size|number of ${people}|count)(?: of ${people})? (?:of|in) (?:the |my )?(?:${group} (?:called |named )?)?(.+?)$`,
  `(?:count|number of)(?: the)?(?: ${people})? (?:of|in) (?:the |my )?(.+?)$`,
  `how many ${people} (?:are|count as|are called) (?:the |my )?(?!in\\b|to\\b)(.+?)$`,
  `(?:what is |what's )?(?:the )?(?:number|count) of (?:the |my )?(.+?) ${people}$`,
  `(?:the )?(.+?) (?:segment )?(?:size|count)$`,
  `how many (?!${people}\\b|orders|products|deals|invoices|tasks|visits|calls|days|times|things)([a-z' -]+?|${group} \\d+)(?: are there| do (?:i|we) have| have (?:i|we)(?: got)?| exist)$`,
]);

const allSegments: readonly RegExp[] = [
  '^(?:how many|what|which|all|my|the|our|what are|which are|what is)?(?: the| my| our| are the| are my)* ?(?:customer )?(?:segments|clusters)(?: (?:are there|do (?:i|we) have|exist|and|with|by|sizes?|how|what).*)?$',
  '^(?:customer )?segment sizes$',
  '\\b(?:sizes?|big|large)\\b.*\\b(?:segments|clusters|each segment|every segment)\\b',
  `\\bhow many ${people} .*\\b(?:each|every|per) ${group}`,
  `^${people} (?:per|by) ${group}$`,
].map((pattern) => new RegExp(pattern, 'u'));

const here =
  'are (?:stored|here|in (?:the|my|this) (?:database|app|system|tablet|book|list|crm|rapport))';
const allCustomers: readonly RegExp[] = [
  `^how many ${people}(?: (?:are there|do (?:i|we) have|have (?:i|we)(?: got)?|exist|${here})(?: in total| altogether| overall)?)?$`,
  `^(?:what is |what's )?(?:the )?(?:total )?(?:number|count) of (?:all )?(?:my )?${people}$`,
].map((pattern) => new RegExp(pattern, 'u'));

/** A condition, not the name of a segment: such questions are not answered yet. */
const condition =
  /\b(?:not|never|who|that|with|without|from|near|since|during|this|last|ordered|order|bought|buy|purchased|days|weeks|months?|years?|quarter|than)\b|n't/u;

/** "How many customers are in X", "show the segments", "how many customers do I have". */
export const readSegments = (text: string): OwnQuestion | undefined => {
  if (allSegments.some((pattern) => pattern.test(text))) return { kind: 'segments' };
  if (allCustomers.some((pattern) => pattern.test(text))) return { kind: 'customer-count' };
  const named = firstGroup(sizeFrames, text)?.replace(/"/gu, '').trim();
  if (named === undefined || condition.test(named)) return undefined;
  const segment = named
    .replace(new RegExp(`(?: ${group}| ${people})+$`, 'u'), '')
    .replace(/^(?:the|my|our) /u, '');
  const explicit = new RegExp(`\\b(?:${people}|${group})\\b`, 'u').test(text);
  return { kind: 'segment-size', segment: segment === '' ? named : segment, explicit };
};
