import type { Language } from './conversation.ts';

const english: Readonly<Record<string, string>> = {
  'i am': 'you are',
  'i was': 'you were',
  "i'm": 'you are',
  "i'd": 'you would',
  "i've": 'you have',
  "i'll": 'you will',
  i: 'you',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  'you are': 'I am',
  'you were': 'I was',
  "you're": 'I am',
  "you've": 'I have',
  "you'll": 'I will',
  you: 'me',
  your: 'my',
  yours: 'mine',
  yourself: 'myself',
};

const chinese: Readonly<Record<string, string>> = {
  我们: '你们',
  咱们: '你们',
  你们: '我们',
  您: '我',
  你: '我',
  我: '你',
};

const alternatives = (table: Readonly<Record<string, string>>): string =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|');

const englishPattern = new RegExp(`\\b(?:${alternatives(english)})\\b`, 'giu');
const chinesePattern = new RegExp(alternatives(chinese), 'gu');

/**
 * Turns what somebody said round, so that it can be said back: "my order" -> "your order",
 * 我的订单 -> 你的订单. After Weizenbaum's ELIZA (1966).
 */
export const reflect = (text: string, language: Language): string =>
  language === 'en'
    ? text.replace(englishPattern, (word) => english[word.toLowerCase()] ?? word)
    : text.replace(chinesePattern, (word) => chinese[word] ?? word);
