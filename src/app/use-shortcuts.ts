import { useEffect, useRef } from 'react';
import { readPreferences } from '#ui/preferences/preferences.ts';
import { navigate } from './hash-place.ts';
import type { Undo } from './use-undo.ts';

const gone: Readonly<Record<string, string>> = {
  t: '/',
  c: '/customers',
  p: '/pipeline',
  m: '/more',
  i: '/insights',
  a: '/assistant',
};

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

const focusSearch = () => document.querySelector<HTMLInputElement>('[data-search] input')?.focus();

/** Keys of the whole app: Ctrl+Z, Ctrl+K, and unless switched off `/` and g then a letter. */
export const useShortcuts = ({ line, undo, redo }: Undo): void => {
  const acts = useRef({ line, undo, redo });
  acts.current = { line, undo, redo };
  useEffect(() => {
    let isGoing = false;
    const withControl = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (key === 'k') focusSearch();
      else if (isTyping(event.target)) return;
      else if (key === 'y' || (key === 'z' && event.shiftKey)) void acts.current.redo();
      // Thousands of imported rows are not taken back by a slip of the hand.
      else if (key === 'z' && acts.current.line?.importId === undefined) void acts.current.undo();
      else return;
      event.preventDefault();
    };
    const alone = (event: KeyboardEvent) => {
      const target = isGoing ? gone[event.key] : undefined;
      isGoing = event.key === 'g';
      if (target !== undefined) navigate(target);
      else if (event.key === '/') focusSearch();
      else return;
      event.preventDefault();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey) withControl(event);
      else if (!isTyping(event.target) && readPreferences().singleKeys) alone(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
};
