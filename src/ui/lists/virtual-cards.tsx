import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './virtual-cards.module.css';

/**
 * Cards of their own height under each other, of which only those in view are in the page. They may
 * hold links and buttons, unlike the rows of a VirtualList. `height`: about how high one is.
 */
export function VirtualCards({
  label,
  count,
  height,
  keyOf,
  card,
  onRange,
}: {
  readonly label: string;
  readonly count: number;
  readonly height: number;
  readonly keyOf: (index: number) => string;
  readonly card: (index: number) => ReactNode;
  /** Told which cards are shown, so that their data can be read. */
  readonly onRange?: (first: number, last: number) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: keyOf,
    overscan: 4,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section ref={scroller} className={styles.scroller} aria-label={label} tabIndex={0}>
      <ul className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.place}
            style={{ transform: `translateY(${start}px)` }}
          >
            {card(index)}
          </li>
        ))}
      </ul>
    </section>
  );
}
