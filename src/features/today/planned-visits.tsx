import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { findNearDate } from '#core/customers/plan-of-day.ts';
import { dayNumber } from '#core/day-number.ts';
import type { Position } from '#core/position.ts';
import type { Database } from '#db/database.ts';
import { localDay } from '#i18n/local-day.ts';
import { IconButton } from '#ui/controls/button.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { moveVisit } from './plan-visits.ts';
import type { Day, PlannedVisit } from './read-day.ts';
import styles from './today.module.css';
import { useDragOrder } from './use-drag-order.ts';
import { VisitChips } from './visit-chips.tsx';
import { VisitRow } from './visit-row.tsx';

/** A date in a customer's own fields is told this many days ahead. */
const nearDays = 14;

/** The visits of the day in the rep's order; moved with the arrows or by the handle. */
export function PlannedVisits({
  db,
  day,
  rows,
  from,
}: {
  readonly db: Database;
  readonly day: Day;
  /** What the directory knows of their customers, by id. */
  readonly rows: ReadonlyMap<string, DirectoryRow>;
  readonly from: Position | undefined;
}) {
  const tasks = day.visits.map(({ task }) => task);
  const move = (at: number, to: number) => void moveVisit(db, tasks, at, to, Date.now());
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<{ readonly at: number; readonly to: number }>();
  const drag = useDragOrder(list, setDragged, move);
  return (
    <ol ref={list} className={styles.visits}>
      {day.visits.map((visit, at) => (
        <li
          key={visit.task.id}
          data-dragged={dragged?.at === at ? '' : undefined}
          data-target={dragged !== undefined && dragged.to === at ? '' : undefined}
        >
          <button
            type="button"
            className={styles.handle}
            tabIndex={-1}
            aria-hidden
            onPointerDown={(event) => drag(event, at)}
          >
            <GripVertical size={22} aria-hidden />
          </button>
          <Planned
            visit={visit}
            day={day}
            row={rows.get(visit.customer.id)}
            from={from}
            at={at}
            onMove={move}
          />
        </li>
      ))}
    </ol>
  );
}

function Planned({
  visit: { task, customer },
  day,
  row,
  from,
  at,
  onMove,
}: {
  readonly visit: PlannedVisit;
  readonly day: Day;
  readonly row: DirectoryRow | undefined;
  readonly from: Position | undefined;
  readonly at: number;
  readonly onMove: (at: number, to: number) => void;
}) {
  const { words } = useWords();
  const { today, ui } = words;
  const name = customer.name ?? ui.customerNumber((customer.ord ?? 0) + 1);
  const now = dayNumber(localDay(Date.now()));
  return (
    <VisitRow
      stop={{
        id: customer.id,
        name,
        city: customer.address?.city ?? '',
        phone: customer.phones[0],
        position: customer.position,
        address: customer.address,
      }}
      from={from}
      task={task.id}
      chips={
        <VisitChips
          task={task}
          dueDay={row?.dueDay ?? null}
          revenueMinor={row?.revenueMinor ?? 0}
          currency={day.settings.currency}
          probability={row?.probability ?? null}
          isNew={row?.lastVisitDay === null}
          near={findNearDate(customer.custom, day.dateFields, now, nearDays)}
        />
      }
    >
      <IconButton
        label={today.up(name)}
        icon={ArrowUp}
        isDisabled={at === 0}
        onPress={() => onMove(at, at - 1)}
      />
      <IconButton
        label={today.down(name)}
        icon={ArrowDown}
        isDisabled={at === day.visits.length - 1}
        onPress={() => onMove(at, at + 1)}
      />
    </VisitRow>
  );
}
