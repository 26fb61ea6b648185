import type { Language } from './conversation.ts';
import { englishWords } from './en/english-words.ts';
import type { OwnDataWords } from './own-data-words.ts';
import { chineseWords } from './zh/chinese-words.ts';

/** The assistant's sentences in a language. */
export const wordsOf = (language: Language): OwnDataWords =>
  language === 'zh' ? chineseWords : englishWords;
