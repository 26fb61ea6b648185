import { clampLimit, type OwnQuestion, usualLimit } from '#core/assistant/own-question.ts';
import { buy, firstGroup, framesOf, people, subjectOf } from './english-terms.ts';

const buying = `(?:${buy}|buying|ordering|purchasing|converting|subscribing|responding)`;

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  dozen: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
};

const readLimit = (text: string): number => {
  const spoken =
    /\b(?:top|best|first|the|show|list|which|what|give me)?\s*(\d+|[a-z]+)\b(?=(?: most| least| best| likeliest| top| hottest)? (?:likely|likeliest|customers?|clients?|people|leads|prospects|accounts|buyers|names))/u.exec(
      text,
    )?.[1] ?? /\b(?:top|best|first) (\d+|[a-z]+)/u.exec(text)?.[1];
  if (spoken === undefined) return usualLimit;
  const value = numberWords[spoken] ?? Number(spoken);
  return Number.isFinite(value) && value > 0 ? clampLimit(value) : usualLimit;
};

const cues: readonly RegExp[] = [
  `\\b(?:un)?(?:likely|likeliest|likelier|likelihood|probable|probably|probability|chance|chances|propensity|expected|going|ready)\\b.*\\b${buying}\\b`,
  `\\b${buying}\\b.*\\b(?:likely|probability|chance|chances|next|soon)\\b`,
  `\\bwho (?:will|would|might|may|could|is about to) (?:probably |most likely |likely )?${buy}\\b`,
  `\\b(?:top|best|which|what)\\b.*\\b${people} (?:will |would |to |that will |who will )(?:probably )?${buy}\\b`,
  '\\b(?:hot|hottest|best|top|most promising) (?:\\d+ |[a-z]+ )?(?:leads|prospects)\\b',
  '\\blikely (?:buyers?|customers|to)\\b|\\blikeliest\\b',
].map((cue) => new RegExp(cue, 'u'));

const oneCustomerFrames = framesOf([
  `how (?:likely|probable) (?:is it that )?(?:is |are )?(.+?)(?: is| are)? (?:to|will|would) ${buy}`,
  `(?:what is |what's )?(?:the )?(?:probability|chance|chances|likelihood) (?:that |of |for )(.+?)(?:'s)? (?:will |to |is going to )?${buying}`,
  `(?:will|would|is) (.+?) (?:likely to |going to |probably )?${buy}\\b`,
]);

const anybody = new RegExp(`^(?:my |the |our )?(?:${people}|who|someone|anyone|anybody)$`, 'u');

/** "Who is most likely to buy" and "how likely is X to buy". */
export const readLikelihood = (text: string): OwnQuestion | undefined => {
  // "When did X last order, and who is next" is not about likelihood alone: dates go first.
  if (/^when\b|\blast\b/u.test(text) || !cues.some((cue) => cue.test(text))) return undefined;
  const name = firstGroup(oneCustomerFrames, text);
  if (name !== undefined && !anybody.test(name))
    return { kind: 'customer-score', subject: subjectOf(name) };
  return {
    kind: 'likely-buyers',
    limit: readLimit(text),
    least: /\bleast\b|\bunlikely\b|\bunlikeliest\b|\blowest\b/u.test(text),
  };
};
