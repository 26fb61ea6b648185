import { ArrowRightLeft, Clock, GripVertical } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useDrag } from 'react-aria-components/useDrag';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { Deal } from '#core/sales/deal.ts';
import { daysInStage, isOpenStage, isStuck } from '#core/sales/deal-board.ts';
import { Button } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';
import { dealKind } from './read-drop.ts';
import { sayClose } from './say-close.ts';
import { localDay } from './use-board.ts';

type Props = {
  readonly deal: Deal;
  readonly customer: Customer | undefined;
  readonly step: Task | undefined;
  readonly now: number;
  readonly onMove: () => void;
};

/** A deal on the board. It is dragged by mouse or touch anywhere, by keyboard from its handle. */
export function DealCard({ deal, customer, step, now, onMove }: Props) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    getItems: () => [{ [dealKind]: deal.id, 'text/plain': deal.name }],
    getAllowedDropOperations: () => ['move'],
    hasDragButton: true,
  });
  const { amount } = deal;
  return (
    <article
      {...dragProps}
      className={styles.card}
      aria-label={deal.name}
      {...(isDragging ? { 'data-dragging': '' } : {})}
    >
      <div className={styles.cardHead}>
        <a href={hrefOf.deal(deal.id)} draggable={false} className={styles.name}>
          {deal.name}
        </a>
        <AriaButton
          {...dragButtonProps}
          className={styles.grip ?? ''}
          aria-label={pipeline.drag(deal.name)}
        >
          <GripVertical size={20} aria-hidden />
        </AriaButton>
      </div>
      <span className={styles.customer}>
        {deal.customerId === undefined ? pipeline.noCustomer : (customer?.name ?? '…')}
      </span>
      <strong>
        {amount === undefined
          ? pipeline.noAmount
          : format.moneyCompact(amount.amountMinor, amount.currency)}
      </strong>
      <CardTimes deal={deal} step={step} now={now} />
      <Button icon={ArrowRightLeft} onPress={onMove}>
        {pipeline.moveTo}
      </Button>
    </article>
  );
}

/** When it closes, how long it has stood here, and what comes next. */
function CardTimes({ deal, step, now }: Pick<Props, 'deal' | 'step' | 'now'>) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const days = daysInStage(deal, now);
  if (!isOpenStage(deal.stage))
    return (
      <span className={styles.small}>
        {[format.date(now - days * 86_400_000), deal.lostReason].filter(Boolean).join(' · ')}
      </span>
    );
  const { expectedClose } = deal;
  const today = localDay(now);
  const isLate = expectedClose !== undefined && expectedClose < today;
  return (
    <>
      <span className={styles.chips}>
        {expectedClose !== undefined && (
          <Chip tone={isLate ? 'warn' : 'neutral'}>
            {isLate
              ? pipeline.late(sayClose(expectedClose, today, format))
              : pipeline.closes(sayClose(expectedClose, today, format))}
          </Chip>
        )}
        <Chip tone={isStuck(deal, now) ? 'warn' : 'neutral'} icon={Clock}>
          {isStuck(deal, now) ? pipeline.stuck(days) : pipeline.days(days)}
        </Chip>
      </span>
      <span className={styles.small}>
        {step === undefined ? pipeline.noNextStep : pipeline.nextStep(step.title)}
      </span>
    </>
  );
}
