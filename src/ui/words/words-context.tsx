import { createContext, type ReactNode, use, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from '#core/assistant/conversation.ts';
import type { Words } from '#i18n/en.ts';
import { type Format, makeFormat } from '#i18n/make-format.ts';

type Spoken = { readonly language: Language; readonly words: Words; readonly format: Format };

const WordsContext = createContext<Spoken | undefined>(undefined);

/** The words and the number formats of the language the person reads. */
export const useWords = (): Spoken => {
  const spoken = use(WordsContext);
  if (spoken === undefined) throw new Error('useWords needs a WordsProvider above it');
  return spoken;
};

/** Gives everything below it words, formats, and react-aria's own locale. */
export function WordsProvider({
  language,
  words,
  children,
}: {
  readonly language: Language;
  readonly words: Words;
  readonly children: ReactNode;
}) {
  const spoken = useMemo(
    () => ({ language, words, format: makeFormat(language) }),
    [language, words],
  );
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>
      <WordsContext value={spoken}>{children}</WordsContext>
    </I18nProvider>
  );
}
