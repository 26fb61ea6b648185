import type { Language } from './conversation.ts';
import { readEnglishQuestion } from './en/read-english-question.ts';
import { foldText, withoutEnding } from './fold-text.ts';
import type { OwnQuestion } from './own-question.ts';
import { readChineseQuestion } from './zh/read-chinese-question.ts';

/** Reads a question over own data; undefined when the message is none that is known for sure. */
export const readOwnQuestion = (message: string, language: Language): OwnQuestion | undefined => {
  const text = withoutEnding(foldText(message));
  return language === 'zh' ? readChineseQuestion(text) : readEnglishQuestion(text);
};
