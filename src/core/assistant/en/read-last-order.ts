import type { OwnQuestion } from '#core/assistant/own-question.ts';
import { firstGroup, framesOf, last, order, ordered, subjectOf } from './english-terms.ts';

const lastOrderFrames = framesOf([
  `(?:how long|how many days) (?:is it |has it been )?(?:since|ago) (?:did )?(.+?)(?:'s|s')? (?:${last} )?(?:${ordered}|${order})\\b`,
  `how long (?:is|has) it (?:been )?since (.+?) (?:${last} )?${ordered}\\b`,
  `when (?!did|was|is|has|had|have|will|do|does|can|were)(.+?) ${last} ${ordered}\\b`,
  `when (?:did|has|had|have) (.+?) (?:${last}|recently)(?: time)?(?: time)? ${ordered}\\b`,
  `when (?:did|has|had|have) (.+?) ${ordered}(?: .+?)? (?:last|most recently|the last time)$`,
  `when (?:was|is) (?:the )?${last} (?:time )?(?:that )?(.+?) ${ordered}\\b`,
  `when (?:was|were|is) (?:the |an? )?${last} ${order} (?:of|from|by|for|to|with|placed by|made by) (.+)$`,
  `when (?:was|were|is) (.+?)(?:'s?|s')? ${last} ${order}(?: (?:date|placed|made))?$`,
  `when did we ${last} sell (?:anything |something )?to (.+)$`,
  `(?:what|which|what's)? ?(?:is|was)? ?(?:the )?(?:date of )?(?:the )?${last} ${order} ?(?:date)? (?:of|from|by|for|placed by|made by) (.+)$`,
  `(?:what|which|what's)? ?(?:is|was|day was)? ?(.+?)(?:'s?|s')? ${last} ${order}(?: date| day)?$`,
]);

/** Words of the question itself; what is left of a question about a last order is the name. */
const questionWords =
  /\b(?:when|what|which|on|day|date|time|did|do|does|was|were|is|has|have|had|been|the|a|an|last|latest|most|recent|recently|previous|place|placed|make|made|its|their|his|her|orders?|ordered|ordering|buy|buys|bought|purchases?|purchased|sales?|sell|sold|invoices?|get|got|from|of|by|for|to|with|us|we|i|anything|something|how|long|ago|since|days|many|it|that)\b(?!')/gu;

/** A question about a last order that fits no frame: the cues are there, the rest is the name. */
const readByCues = (text: string): OwnQuestion | undefined => {
  const isAsked =
    /\b(?:last|latest|most recent|recently|ago|since)\b/u.test(text) &&
    /\b(?:order(?:s|ed)?|buy|bought|purchased?|sold|sell|invoice)\b/u.test(text) &&
    /^(?:on |how long|has|have|did|when|what|which|last|latest)/u.test(text) &&
    !/\b(?:who|customers|clients|not|never|year|month|week|quarter|product|products|top)\b|n't/u.test(
      text,
    );
  if (!isAsked) return undefined;
  const name = text.replace(questionWords, ' ').replace(/\s+/gu, ' ').trim();
  return { kind: 'last-order', subject: name === '' ? { kind: 'this' } : subjectOf(name) };
};

/** "When did X last order", in many ways. */
export const readLastOrder = (text: string): OwnQuestion | undefined => {
  const asked = text
    .replace(/^(?:on )?(?:what|which) (?:day|date|time) (?=did|was|has|had)/u, 'when ')
    .replace(/^how many days (?:is it |has it been )?(?=since)/u, 'how long ');
  const customer = firstGroup(lastOrderFrames, asked);
  return customer === undefined
    ? readByCues(asked)
    : { kind: 'last-order', subject: subjectOf(customer) };
};
