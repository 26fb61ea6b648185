import {
  clampLimit,
  type OwnQuestion,
  type Subject,
  usualLimit,
} from '#core/assistant/own-question.ts';

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

const people =
  '(?:customers?|clients?|people|persons?|accounts?|members?|companies|buyers|shoppers)';
const buy = '(?:buy|order|purchase|convert|subscribe|respond|say yes|sign|reorder)';
const buying = `(?:${buy}|buying|ordering|purchasing|converting|subscribing|responding)`;
const ordered = `(?:${buy}|bought|ordered|purchased|shop|shopped|place an order|placed an order|placed their order)`;
const last = '(?:last|latest|most recent|previous)';
const order = '(?:orders?|purchases?|buys?|sales?|invoices?|transactions?)';
const group = '(?:segments?|clusters?|groups?)';
const please =
  /^(?:(?:please|hey|hi|hello|so|ok|and|tell me|can you tell me|could you tell me|do you know|i want to know|show me|give me|show|list|what about)[ ,]+)+|[ ,]+please$/gu;

const readLimit = (text: string): number => {
  const spoken =
    /\b(?:top|best|first|the|show|list|which|what|give me)?\s*(\d+|[a-z]+)\b(?=(?: most| least| best| likeliest| top| hottest)? (?:likely|likeliest|customers?|clients?|people|leads|prospects|accounts|buyers|names))/u.exec(
      text,
    )?.[1] ?? /\b(?:top|best|first) (\d+|[a-z]+)/u.exec(text)?.[1];
  if (spoken === undefined) return usualLimit;
  const value = numberWords[spoken] ?? Number(spoken);
  return Number.isFinite(value) && value > 0 ? clampLimit(value) : usualLimit;
};

const pronouns =
  /^(?:(?:this|that|the|these|those)(?: (?:customer|client|company|account|one|person|shop|people))?|it|they|them|he|she|him|her|his|their|its)$/u;

const subjectOf = (written: string): Subject => {
  const name = written
    .replace(/'s?$/u, '')
    .replace(/^(?:the customer|the client|the company|customer named|company|client) (?!\d)/u, '')
    .trim();
  return pronouns.test(name) ? { kind: 'this' } : { kind: 'named', name };
};

const lastOrderFrames = [
  `when (?!did|was|is|has|had|have|will|do|does|can|were)(.+?) ${last} ${ordered}\\b`,
  `when (?:did|has|had|have) (.+?) (?:${last}|recently)(?: time)?(?: time)? ${ordered}\\b`,
  `when (?:did|has|had|have) (.+?) ${ordered}(?: .+?)? (?:last|most recently|the last time)$`,
  `when (?:was|is) (?:the )?${last} (?:time )?(?:that )?(.+?) ${ordered}\\b`,
  `when (?:was|were|is) (?:the |an? )?${last} ${order} (?:of|from|by|for|to|with|placed by|made by) (.+)$`,
  `when (?:was|were|is) (.+?)(?:'s?|s')? ${last} ${order}(?: (?:date|placed|made))?$`,
  `when did we ${last} sell (?:anything |something )?to (.+)$`,
  `(?:what|which|what's)? ?(?:is|was)? ?(?:the )?(?:date of )?(?:the )?${last} ${order} ?(?:date)? (?:of|from|by|for|placed by|made by) (.+)$`,
  `(?:what|which|what's)? ?(?:is|was|day was)? ?(.+?)(?:'s?|s')? ${last} ${order}(?: date| day)?$`,
  `(?:how long|how many days) (?:is it |has it been )?(?:since|ago) (?:did )?(.+?)(?:'s|s')? (?:${last} )?(?:${ordered}|${order})\\b`,
  `how long (?:is|has) it (?:been )?since (.+?) (?:${last} )?${ordered}\\b`,
].map((frame) => new RegExp(`^${frame}`, 'u'));

const segmentSizeFrames = [
  `how many(?: ${people}| of my ${people}| of them)?(?: are(?: there)?| do (?:i|we) have| belong| fall)? (?:in|to|into|inside|within|of) (?:the |my )?(?:${group} (?:called |named )?)?(.+?)$`,
  `how many ${people} (?:does|do|has|have) (?:the |my )?(.+?)(?: have| contain| hold| include)?$`,
  `how (?:big|large|small) (?:is|are) (?:the |my )?(?:${group} (?:called |named )?)?(.+?)$`,
  `(?:what is |what's )?(?:the )?(?:size|number of ${people}|count)(?: of ${people})? (?:of|in) (?:the |my )?(?:${group} (?:called |named )?)?(.+?)$`,
  `(?:count|number of)(?: the)?(?: ${people})? (?:of|in) (?:the |my )?(.+?)$`,
  `how many (?!${people}\\b|orders|products|deals|invoices|tasks|visits|calls|days|times|things)([a-z' -]+?|${group} \\d+)(?: are there| do (?:i|we) have| have (?:i|we)(?: got)?| exist)$`,
].map((frame) => new RegExp(`^${frame}`, 'u'));

const firstGroup = (frames: readonly RegExp[], text: string): string | undefined => {
  for (const frame of frames) {
    const found = frame.exec(text)?.[1]?.trim();
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
};

const isAboutLikelihood = (text: string): boolean =>
  new RegExp(
    `\\b(?:un)?(?:likely|likeliest|likelier|probable|probably|probability|chance|chances|propensity|expected|going|ready)\\b.*\\b${buying}\\b`,
    'u',
  ).test(text) ||
  new RegExp(
    `\\b${buying}\\b.*\\b(?:most |least )?(?:likely|probability|chance|chances|next|soon)\\b`,
    'u',
  ).test(text) ||
  new RegExp(
    `\\bwho (?:will|would|might|may|could|should i call to|is about to) (?:probably |most likely |likely )?${buy}\\b`,
    'u',
  ).test(text) ||
  /\b(?:hot|hottest|best|top|most promising) (?:\d+ |[a-z]+ )?(?:leads|prospects)\b/u.test(text) ||
  /\blikely (?:buyers?|customers|to)\b|\blikeliest\b/u.test(text);

const readLikelihood = (text: string): OwnQuestion | undefined => {
  if (!isAboutLikelihood(text)) return undefined;
  const one =
    new RegExp(
      `^how (?:likely|probable) (?:is it that )?(?:is |are )?(.+?)(?: is| are)? (?:to|will|would) ${buy}`,
      'u',
    ).exec(text) ??
    new RegExp(
      `^(?:what is |what's )?(?:the )?(?:probability|chance|chances|likelihood) (?:that |of |for )(.+?)(?:'s)? (?:will |to |is going to )?${buying}`,
      'u',
    ).exec(text) ??
    new RegExp(`^(?:will|would|is) (.+?) (?:likely to |going to |probably )?${buy}\\b`, 'u').exec(
      text,
    );
  const name = one?.[1]?.trim();
  if (
    name !== undefined &&
    !new RegExp(`^(?:my |the |our )?(?:${people}|who|someone|anyone|anybody)$`, 'u').test(name)
  )
    return { kind: 'customer-score', subject: subjectOf(name) };
  return {
    kind: 'likely-buyers',
    limit: readLimit(text),
    least: /\bleast\b|\bunlikely\b|\bunlikeliest\b|\blowest\b/u.test(text),
  };
};

const readSegments = (text: string): OwnQuestion | undefined => {
  if (
    /^(?:how many|what|which|all|my|the|our|what are|which are|what's|what is)?(?: the| my| our| are the| are my)* ?(?:customer )?(?:segments|clusters)(?: (?:are there|do (?:i|we) have|exist|and|with|by|sizes?|how|what).*)?$/u.test(
      text,
    ) ||
    /\b(?:sizes?|big|large)\b.*\b(?:segments|clusters|each segment|every segment)\b/u.test(text) ||
    new RegExp(`\\bhow many ${people} .*\\b(?:each|every|per) ${group}`, 'u').test(text) ||
    new RegExp(`^${people} (?:per|by) ${group}$`, 'u').test(text)
  )
    return { kind: 'segments' };
  if (
    new RegExp(
      `^how many ${people}(?: (?:are there|do (?:i|we) have|have (?:i|we)(?: got)?|exist|are (?:stored|here|in (?:the|my|this) (?:database|app|system|tablet|book|list|crm|rapport)))(?: in total| altogether| overall)?)?$|^(?:total )?(?:number|count) of (?:all )?(?:my )?${people}$`,
      'u',
    ).test(text)
  )
    return { kind: 'customer-count' };
  const named = firstGroup(segmentSizeFrames, text);
  if (named === undefined) return undefined;
  const segment = named
    .replace(new RegExp(`(?: ${group}| ${people})+$`, 'u'), '')
    .replace(/^(?:the|my|our) /u, '');
  const explicit = new RegExp(`\\b(?:${people}|${group})\\b`, 'u').test(text);
  return { kind: 'segment-size', segment: segment === '' ? named : segment, explicit };
};

/** Reads an English question over own data. `text`: folded, without its ending. */
export const readEnglishQuestion = (text: string): OwnQuestion | undefined => {
  const asked = text.replace(please, '').trim();
  const likelihood = readLikelihood(asked);
  if (likelihood !== undefined && likelihood.kind === 'customer-score') return likelihood;
  const customer = firstGroup(lastOrderFrames, asked);
  if (customer !== undefined) return { kind: 'last-order', subject: subjectOf(customer) };
  return likelihood ?? readSegments(asked);
};
