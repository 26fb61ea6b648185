import type { Language } from '#core/assistant/conversation.ts';
import type { Words } from '#i18n/en.ts';

/** Fetches the words of one language; nobody needs both. */
export const loadWords = async (language: Language): Promise<Words> =>
  language === 'zh' ? (await import('#i18n/zh.ts')).zh : (await import('#i18n/en.ts')).en;
