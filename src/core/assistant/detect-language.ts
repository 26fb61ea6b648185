import type { Language } from './conversation.ts';
import { foldText } from './fold-text.ts';

const englishWords =
  /\b(?:when|did|does|do|how|who|what|which|is|are|was|the|my|in|of|please|show|list|can|you)\b/u;
const chineseWords =
  /什么|多少|多久|上次|显示|列出|最近|没有|几[个位号天家]|[谁吗呢哪请的了是怎最]/u;

/**
 * The language a message is written in. Names do not count: "Acme上次什么时候下单" is Chinese and
 * "when did 华联 last order" is English. `usual` decides when there is neither ("?", "17").
 */
export const detectLanguage = (text: string, usual: Language): Language => {
  const folded = foldText(text);
  const hasHan = /\p{Script=Han}/u.test(folded);
  const hasLatin = /\p{Script=Latin}/u.test(folded);
  if (hasHan && hasLatin)
    return englishWords.test(folded) &&
      !chineseWords.test(folded.replace(/[^\p{Script=Han}]/gu, ''))
      ? 'en'
      : 'zh';
  if (hasHan) return 'zh';
  return hasLatin ? 'en' : usual;
};
