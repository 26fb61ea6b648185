let isPressed = false;

const watch = (name: 'pointerdown' | 'pointerup' | 'pointercancel', pressed: boolean) =>
  addEventListener(name, () => (isPressed = pressed), { capture: true });
watch('pointerdown', true);
watch('pointerup', false);
watch('pointercancel', false);

/** Time a press needs to be heard by what was pressed, ms. */
const heardMs = 150;

/**
 * Does something that moves the page: now, or once no finger is down. What moves away under a finger
 * is not pressed.
 */
export const whenReleased = (act: () => void): void => {
  if (isPressed)
    addEventListener('pointerup', () => setTimeout(act, heardMs), { once: true, capture: true });
  else act();
};
