import type { MapAxes as Axes } from './draw-map.ts';
import { listTicks, placeOnAxis } from './place-on-axis.ts';
import styles from './segments.module.css';

/** Where the picture of the map lies inside its frame, CSS pixels. */
export const mapEdge = { left: 56, right: 12, top: 28, bottom: 52 } as const;

/** Lines, round values and names beside the map. `width` and `height` are those of the picture. */
export function MapAxes({
  axes,
  names,
  width,
  height,
  say,
}: {
  readonly axes: Axes;
  readonly names: { readonly x: string; readonly y: string };
  readonly width: number;
  readonly height: number;
  /** A round value in words, by the side it stands beside. */
  readonly say: { readonly x: (value: number) => string; readonly y: (value: number) => string };
}) {
  const right = mapEdge.left + width;
  const bottom = mapEdge.top + height;
  return (
    <svg width={right + mapEdge.right} height={bottom + mapEdge.bottom} aria-hidden="true">
      <g className={styles.axis}>
        <line x1={mapEdge.left} x2={right} y1={bottom} y2={bottom} />
        <line x1={mapEdge.left} x2={mapEdge.left} y1={mapEdge.top} y2={bottom} />
      </g>
      {listTicks(axes.x, Math.max(2, width / 90)).map((value) => (
        <text
          key={value}
          x={mapEdge.left + placeOnAxis(axes.x, value) * width}
          y={bottom + 18}
          textAnchor="middle"
          fontSize={14}
          className={styles.tick}
        >
          {say.x(value)}
        </text>
      ))}
      {listTicks(axes.y, height / 60).map((value) => (
        <text
          key={value}
          x={mapEdge.left - 6}
          y={bottom - placeOnAxis(axes.y, value) * height + 5}
          textAnchor="end"
          fontSize={14}
          className={styles.tick}
        >
          {say.y(value)}
        </text>
      ))}
      <text x={right} y={bottom + 42} textAnchor="end" className={styles.axisName}>
        {`${names.x} →`}
      </text>
      <text x={4} y={16} className={styles.axisName}>
        {`↑ ${names.y}`}
      </text>
    </svg>
  );
}
