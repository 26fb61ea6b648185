import { languages } from '#core/assistant/conversation.ts';
import { useWords } from '#ui/words/words-context.tsx';

/** The languages a pair may be in, for a Select. */
export const useLanguageChoices = () => {
  const { words } = useWords();
  return languages.map((id) => ({ id, text: words.assistant.pairs.languages[id] }));
};
