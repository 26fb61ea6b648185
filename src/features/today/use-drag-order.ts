import type { PointerEvent, RefObject } from 'react';

type Dragged = { readonly at: number; readonly to: number };

/** The place a row gets when it is let go at a height of the screen: behind all whose middle is above. */
const placeAt = (list: HTMLElement, dragged: number, y: number): number =>
  [...list.children].filter((row, at) => {
    const { top, height } = row.getBoundingClientRect();
    return at !== dragged && top + height / 2 < y;
  }).length;

/**
 * Moves a row by a handle with finger, pen or mouse. While it is dragged `onDrag` says from where to
 * where; `onMove` says it once when it is let go. The arrows beside it do the same for everybody else.
 */
export const useDragOrder = (
  list: RefObject<HTMLElement | null>,
  onDrag: (dragged: Dragged | undefined) => void,
  onMove: (at: number, to: number) => void,
) => {
  return (start: PointerEvent<HTMLElement>, at: number): void => {
    const handle = start.currentTarget;
    handle.setPointerCapture(start.pointerId);
    let to = at;
    const follow = (event: globalThis.PointerEvent) => {
      if (list.current === null) return;
      to = placeAt(list.current, at, event.clientY);
      onDrag({ at, to });
    };
    const stop = (isMoved: boolean) => () => {
      handle.removeEventListener('pointermove', follow);
      handle.removeEventListener('pointerup', drop);
      handle.removeEventListener('pointercancel', cancel);
      onDrag(undefined);
      if (isMoved && to !== at) onMove(at, to);
    };
    const drop = stop(true);
    const cancel = stop(false);
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', drop);
    handle.addEventListener('pointercancel', cancel);
  };
};
