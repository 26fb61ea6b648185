import { useEffect, useRef, useState } from 'react';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { readPreferences } from '#ui/preferences/preferences.ts';
import { navigate } from './hash-place.ts';
import { customerAtPath } from './palette-entries.ts';
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

/** Down or up the list of the screen, as its own arrow keys do. */
const moveInList = (key: 'ArrowDown' | 'ArrowUp') => {
  const grid = document.querySelector<HTMLElement>('main [role=grid]');
  grid?.focus();
  grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
};

const logHere = () => {
  const id = customerAtPath(location.hash.replace(/^#/u, '').split('?')[0] ?? '');
  if (id !== undefined) navigate(hrefOf.log(id));
};

/** What one key does by itself. */
const single: Readonly<Record<string, () => void>> = {
  '/': focusSearch,
  n: () => navigate(hrefOf.newCustomer),
  l: logHere,
  j: () => moveInList('ArrowDown'),
  k: () => moveInList('ArrowUp'),
};

/** Which of the two windows of the frame a key has opened. */
export type Opened = 'palette' | 'keys' | undefined;

/**
 * Keys of the whole app: Ctrl+Z, Ctrl+Y, Ctrl+K, and unless switched off single keys and g then a
 * letter. Answers what they opened and how to open or close it.
 */
export const useShortcuts = ({ line, undo, redo }: Undo): [Opened, (opened: Opened) => void] => {
  const [opened, setOpened] = useState<Opened>();
  const acts = useRef({ line, undo, redo });
  acts.current = { line, undo, redo };
  useEffect(() => {
    let isGoing = false;
    const withControl = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (key === 'k') setOpened('palette');
      else if (isTyping(event.target)) return;
      else if (key === 'y' || (key === 'z' && event.shiftKey)) void acts.current.redo();
      // Thousands of imported rows are not taken back by a slip of the hand.
      else if (key === 'z' && acts.current.line?.importId === undefined) void acts.current.undo();
      else return;
      event.preventDefault();
    };
    const alone = (event: KeyboardEvent) => {
      const target = isGoing ? gone[event.key] : undefined;
      const act = single[event.key];
      isGoing = event.key === 'g';
      if (target !== undefined) navigate(target);
      else if (event.key === '?') setOpened('keys');
      else if (act !== undefined) act();
      else return;
      event.preventDefault();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey) withControl(event);
      else if (isTyping(event.target) || document.querySelector('[role=dialog]') !== null) return;
      else if (readPreferences().singleKeys) alone(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return [opened, setOpened];
};
