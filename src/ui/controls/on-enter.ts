import type { KeyboardEvent } from 'react';

/**
 * Acts on Enter, but not while an input method is composing: there Enter takes the offered word.
 * Safari ends the composition before the key event and marks it only with key code 229.
 */
export const onEnter =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    event.preventDefault();
    act();
  };
