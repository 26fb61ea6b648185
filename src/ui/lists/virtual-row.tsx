import { type MouseEvent, memo, type ReactNode } from 'react';
import styles from './virtual-list.module.css';

/** One row of a VirtualList: a link, or a thing to choose. Drawn again only when something of it changed. */
export const VirtualRow = memo(function VirtualRow({
  id,
  index,
  start,
  height,
  isActive,
  isCurrent,
  href,
  onPick,
  children,
}: {
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly isCurrent: boolean;
  readonly href: string | undefined;
  readonly onPick: ((index: number, isRange: boolean) => void) | undefined;
  readonly children: ReactNode;
}) {
  const isChosen = onPick === undefined ? undefined : isCurrent;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    // biome-ignore lint/a11y/useSemanticElements: a table row cannot be placed by transform
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isChosen ?? (isCurrent ? true : undefined)}
      className={styles.row}
      style={{ height, transform: `translateY(${start}px)` }}
      {...(isActive ? { 'data-active': '' } : {})}
      {...(isCurrent ? { 'data-current': '' } : {})}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.cell}>
        <Content index={index} href={href} onPick={onPick}>
          {children}
        </Content>
      </div>
    </div>
  );
});

function Content({
  index,
  href,
  onPick,
  children,
}: {
  readonly index: number;
  readonly href: string | undefined;
  readonly onPick: ((index: number, isRange: boolean) => void) | undefined;
  readonly children: ReactNode;
}) {
  if (onPick !== undefined)
    return (
      <button
        type="button"
        tabIndex={-1}
        className={styles.pick}
        onClick={(event: MouseEvent) => onPick(index, event.shiftKey)}
      >
        {children}
      </button>
    );
  if (href === undefined) return children;
  return (
    <a href={href} tabIndex={-1} className={styles.link}>
      {children}
    </a>
  );
}
