import { useSyncExternalStore } from 'react';
import { type Language, languages } from '#core/assistant/conversation.ts';

export const themes = ['auto', 'light', 'dark', 'sunlight'] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

/** How the tablet's owner likes to read. Kept in localStorage: it must hold before the vault opens. */
export type Preferences = {
  readonly language: Language;
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly singleKeys: boolean;
};

const key = 'rapport.preferences';

const spoken = (): Language =>
  navigator.languages.find((tag) => /^(zh|en)\b/iu.test(tag))?.startsWith('zh') ? 'zh' : 'en';

const oneOf = <T extends string>(words: readonly T[], value: unknown, usual: T): T =>
  words.find((word) => word === value) ?? usual;

const load = (): Preferences => {
  let stored: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    stored = JSON.parse(localStorage.getItem(key) ?? '{}') as typeof stored;
  } catch {
    // Unreadable preferences are as good as none.
  }
  return {
    language: oneOf(languages, stored.language, spoken()),
    theme: oneOf(themes, stored.theme, 'auto'),
    textSize: oneOf(textSizes, stored.textSize, 'normal'),
    singleKeys: stored.singleKeys !== false,
  };
};

let current: Preferences | undefined;
const listeners = new Set<() => void>();

/** The preferences in force. */
export const readPreferences = (): Preferences => {
  current ??= load();
  return current;
};

/** Puts theme, text size and language on the page itself, where the style sheets look for them. */
export const applyPreferences = ({ language, theme, textSize }: Preferences): void => {
  const root = document.documentElement;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  root.dataset.theme = theme;
  root.dataset.text = textSize;
};

/** Changes some preferences, at once and for the next start. */
export const changePreferences = (part: Partial<Preferences>): void => {
  current = { ...readPreferences(), ...part };
  applyPreferences(current);
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // A full storage must not stop anybody from reading in another language now.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The preferences as state. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, readPreferences);
