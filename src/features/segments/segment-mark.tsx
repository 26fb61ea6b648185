import type { ReactNode } from 'react';
import type { ShapeName } from './segment-shapes.ts';
import styles from './segments.module.css';

const drawn: Readonly<Record<ShapeName, ReactNode>> = {
  circle: <circle r="9" />,
  square: <rect x="-8" y="-8" width="16" height="16" />,
  triangle: <path d="M0,-9L9,8H-9Z" />,
  diamond: <path d="M0,-10L10,0L0,10L-10,0Z" />,
  cross: <path d="M-3,-9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z" />,
  ring: <circle r="7" fill="none" stroke="currentColor" strokeWidth="5" />,
};

/** The sign of a segment: its shape in its colour. The name always stands beside it. */
export function SegmentMark({
  colour,
  shape,
}: {
  /** Index into the palette, 0..5. */
  readonly colour: number;
  readonly shape: ShapeName;
}) {
  return (
    <svg
      width={22}
      height={22}
      viewBox="-11 -11 22 22"
      aria-hidden="true"
      className={styles.mark}
      data-segment-colour={colour}
    >
      {drawn[shape]}
    </svg>
  );
}
