import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import styles from './virtual-list.module.css';
import { VirtualRow } from './virtual-row.tsx';

/** Height of a row: two lines of text and room for a gloved finger. */
const usualHeight = 64;

type Props = {
  readonly label: string;
  readonly count: number;
  /**
   * What stands in the row at an index; called for visible rows only. Rows are drawn again when this,
   * `href`, `isCurrent` or `onPick` is another function: keep them the same while nothing changes.
   */
  readonly row: (index: number) => ReactNode;
  /** The address the row opens, or undefined while it is not known yet. */
  readonly href: (index: number) => string | undefined;
  readonly height?: number;
  /** Marks the row whose details are open beside the list; with `onPick`: the chosen rows. */
  readonly isCurrent?: (index: number) => boolean;
  /** Told which rows are shown, so that their data can be read. */
  readonly onRange?: (first: number, last: number) => void;
  /** Jumps back to the top when it changes: the list is another one. */
  readonly listKey?: string;
  /** Rows are chosen instead of opened. `isRange`: with all from the row chosen before. */
  readonly onPick?: ((index: number, isRange: boolean) => void) | undefined;
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

/** Rows that have been drawn are kept up to this many; beyond, all are drawn anew. */
const mostKept = 300;

/** A row that has not changed is the same element: React passes over it while the list scrolls. */
const useRows = (props: Props, id: string, active: number) => {
  const { row, href, isCurrent, onPick, height = usualHeight } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows, other elements
  const kept = useMemo(
    () => new Map<number, ReactElement>(),
    [row, href, isCurrent, onPick, height, id, active],
  );
  return (index: number, start: number): ReactElement => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    if (kept.size > mostKept) kept.clear();
    const made = (
      <VirtualRow
        key={index}
        id={`${id}-${index}`}
        index={index}
        start={start}
        height={height}
        isActive={index === active}
        isCurrent={isCurrent?.(index) ?? false}
        href={href(index)}
        onPick={onPick}
      >
        {row(index)}
      </VirtualRow>
    );
    kept.set(index, made);
    return made;
  };
};

/**
 * A list of any length: only the rows in view are in the page. One tab stop; arrows, j and k, Home,
 * End and Page keys move, Enter opens. Every row is a link, so touch and mouse need nothing more.
 * With `onPick` a tap, Space or Enter chooses, and Shift with any of these chooses all in between.
 */
export function VirtualList(props: Props) {
  const { label, count, href, height = usualHeight, onRange, listKey, onPick } = props;
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
  const draw = useRows(props, id, active);
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
  const choose = (isRange: boolean) => {
    const target = href(active);
    if (onPick !== undefined) onPick(active, isRange);
    else if (target !== undefined) location.hash = target;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const isChoice = event.key === 'Enter' || (event.key === ' ' && onPick !== undefined);
    if (isChoice && active >= 0) {
      event.preventDefault();
      choose(event.shiftKey);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const move = step(event.key, page, count);
    if (move === undefined || count === 0) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, move(active)));
    setActive(next);
    if (event.shiftKey) onPick?.(next, true);
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
      aria-multiselectable={onPick !== undefined}
      aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => draw(index, start))}
      </div>
    </div>
  );
}
