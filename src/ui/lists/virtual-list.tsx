import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './virtual-list.module.css';

/** Height of a row: two lines of text and room for a gloved finger. */
const usualHeight = 64;

type Props = {
  readonly label: string;
  readonly count: number;
  /** What stands in the row at an index; called for visible rows only. */
  readonly row: (index: number) => ReactNode;
  /** The address the row opens, or undefined while it is not known yet. */
  readonly href: (index: number) => string | undefined;
  readonly height?: number;
  /** Marks the row whose details are open beside the list. */
  readonly isCurrent?: (index: number) => boolean;
  /** Told which rows are shown, so that their data can be read. */
  readonly onRange?: (first: number, last: number) => void;
  /** Jumps back to the top when it changes: the list is another one. */
  readonly listKey?: string;
};

/** Keys of the grid; `j` and `k` as in every list of the app. */
const step = (key: string, page: number, count: number): ((at: number) => number) | undefined => {
  if (key === 'ArrowDown' || key === 'j') return (at) => at + 1;
  if (key === 'ArrowUp' || key === 'k') return (at) => at - 1;
  if (key === 'PageDown') return (at) => at + page;
  if (key === 'PageUp') return (at) => at - page;
  if (key === 'Home') return () => 0;
  if (key === 'End') return () => count - 1;
  return undefined;
};

/**
 * A list of any length: only the rows in view are in the page. One tab stop; arrows, j and k, Home,
 * End and Page keys move, Enter opens. Every row is a link, so touch and mouse need nothing more.
 */
export function VirtualList(props: Props) {
  const { label, count, row, href, height = usualHeight, isCurrent, onRange, listKey } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const id = useId();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key alone says that the list is another
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    setActive(-1);
  }, [listKey]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && active >= 0) {
      const target = href(active);
      if (target !== undefined) location.hash = target;
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const move = step(event.key, page, count);
    if (move === undefined || count === 0) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, move(active)));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count}
      aria-readonly
      aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <Row
            key={index}
            id={`${id}-${index}`}
            index={index}
            start={start}
            height={height}
            isActive={index === active}
            isCurrent={isCurrent?.(index) ?? false}
            href={href(index)}
          >
            {row(index)}
          </Row>
        ))}
      </div>
    </div>
  );
}

function Row({
  id,
  index,
  start,
  height,
  isActive,
  isCurrent,
  href,
  children,
}: {
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly isCurrent: boolean;
  readonly href: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    // biome-ignore lint/a11y/useSemanticElements: a table row cannot be placed by transform
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      className={styles.row}
      style={{ height, transform: `translateY(${start}px)` }}
      {...(isActive ? { 'data-active': '' } : {})}
      {...(isCurrent ? { 'data-current': '', 'aria-selected': true } : {})}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.cell}>
        {href === undefined ? (
          children
        ) : (
          <a href={href} tabIndex={-1} className={styles.link}>
            {children}
          </a>
        )}
      </div>
    </div>
  );
}
