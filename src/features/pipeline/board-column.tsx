import { useCallback, useRef, useState } from 'react';
import { useDrop } from 'react-aria-components/useDrop';
import type { Customer } from '#core/customers/customer.ts';
import type { Deal, DealStage } from '#core/sales/deal.ts';
import { stageProbability } from '#core/sales/deal-board.ts';
import { sumDeals } from '#core/sales/forecast-deals.ts';
import type { Database } from '#db/database.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { VirtualCards } from '#ui/lists/virtual-cards.tsx';
import { useKept } from '#ui/live/use-kept.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { DealCard } from './deal-card.tsx';
import styles from './pipeline.module.css';
import { dealKind, readDrop } from './read-drop.ts';
import { saySums } from './say-amount.ts';
import type { Board } from './use-board.ts';

/** About the height of a card; the real one is measured. */
const cardHeight = 196;

type Props = {
  readonly db: Database;
  readonly board: Board;
  readonly stage: DealStage;
  readonly onDrop: (id: string) => void;
  readonly onMove: (deal: Deal) => void;
};

/** One stage: how many, how much, and its cards, of which only those in view are in the page. */
export function BoardColumn(props: Props) {
  const { board, stage, onDrop } = props;
  const { words } = useWords();
  const ref = useRef<HTMLElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(dealKind) ? 'move' : 'cancel'),
    onDrop: async ({ items }) => {
      const id = await readDrop(items);
      if (id !== undefined) onDrop(id);
    },
  });
  const deals = board.columns[stage];
  return (
    <section
      {...dropProps}
      ref={ref}
      className={styles.column}
      aria-label={words.pipeline.stages[stage]}
      data-stage={stage}
      {...(isDropTarget ? { 'data-target': '' } : {})}
    >
      <ColumnHead board={board} stage={stage} />
      {deals.length === 0 ? (
        <p className={styles.none}>{words.pipeline.columnEmpty}</p>
      ) : (
        <Cards {...props} deals={deals} />
      )}
    </section>
  );
}

function ColumnHead({ board, stage }: Pick<Props, 'board' | 'stage'>) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const deals = board.columns[stage];
  const isEnded = stage === 'won' || stage === 'lost';
  const detail = isEnded
    ? pipeline.lately(format.number(deals.length), format.number(board.counts[stage]))
    : `${pipeline.deals(deals.length)} · ${format.probability(stageProbability[stage])}`;
  return (
    <div className={styles.columnHead}>
      <h2>{pipeline.stages[stage]}</h2>
      <strong className={styles.sum}>{saySums(sumDeals(deals), format) || '–'}</strong>
      <span className={styles.small}>{detail}</span>
    </div>
  );
}

function Cards({ db, board, deals, stage, onMove }: Props & { readonly deals: readonly Deal[] }) {
  const { words } = useWords();
  const [[first, last], setRange] = useState<readonly [number, number]>([0, 8]);
  const shown = deals.slice(first, last + 1);
  const ids = [...new Set(shown.flatMap(({ customerId }) => customerId ?? []))];
  const customers = useKept<Customer>(
    useWatch(() => watch(() => findRecords(db, 'customers', ids)), [db, ids.join()]),
  );
  return (
    <VirtualCards
      label={words.pipeline.dealsIn(words.pipeline.stages[stage])}
      count={deals.length}
      height={cardHeight}
      keyOf={(index) => deals[index]?.id ?? String(index)}
      onRange={useCallback((from: number, to: number) => setRange([from, to]), [])}
      card={(index) => {
        const deal = deals[index];
        if (deal === undefined) return null;
        const { customerId = '' } = deal;
        return (
          <DealCard
            deal={deal}
            customer={customers.get(customerId)}
            step={board.steps.get(customerId)}
            now={board.now}
            onMove={() => onMove(deal)}
          />
        );
      }}
    />
  );
}
