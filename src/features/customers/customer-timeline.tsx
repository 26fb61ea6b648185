import { memo, useMemo, useState } from 'react';
import type { Activity } from '#core/customers/activity.ts';
import {
  type TimelineCursor,
  type TimelineSource,
  timelineKinds,
} from '#core/customers/timeline.ts';
import type { Database } from '#db/database.ts';
import { unwatched, watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';
import { EditActivity } from './edit-activity.tsx';
import { NoteLine } from './note-line.tsx';
import { firstOfTimeline, readTimeline, type TimelineFilter } from './read-timeline.ts';
import { TimelineRow } from './timeline-row.tsx';
import { useSave } from './use-save.ts';

/** What happened with a customer, newest first, a page at a time. */
export const CustomerTimeline = memo(function CustomerTimeline({
  db,
  customerId,
  newest,
}: {
  readonly db: Database;
  readonly customerId: string;
  /** What its first page is made of. */
  readonly newest: TimelineSource;
}) {
  const { words } = useWords();
  const { customerPage } = words;
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [cursor, setCursor] = useState<TimelineCursor>();
  const [edited, setEdited] = useState<Activity>();
  const { refusal, save } = useSave(db);
  // The first page came with all of the customer.
  const isFirst = filter === 'all' && cursor === undefined;
  const read = useWatch(
    () => (isFirst ? unwatched : watch(() => readTimeline(db, customerId, filter, cursor))),
    [db, customerId, filter, cursor],
  );
  const first = useMemo(() => firstOfTimeline(newest), [newest]);
  const found = isFirst ? first : read;
  const choose = (next: TimelineFilter) => {
    setFilter(next);
    setCursor(undefined);
  };
  const remove = (activity: Activity) => {
    const now = Date.now();
    const record = { ...activity, deletedAt: now };
    void save('activity-deleted', [{ table: 'activities', record }], now);
  };
  const isEmpty = found !== undefined && found.page.length === 0;
  return (
    <Card title={customerPage.timeline}>
      <NoteLine db={db} customerId={customerId} />
      <ChoiceChips
        label={customerPage.show}
        value={filter}
        onChange={choose}
        choices={(['all', ...timelineKinds] as const).map((id) => ({
          id,
          text: customerPage.kinds[id],
        }))}
      />
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {isEmpty && (
        <p className={styles.small}>
          {filter === 'all' ? customerPage.timelineEmpty : customerPage.timelineNone}
        </p>
      )}
      <ol className={styles.items}>
        {(found?.page ?? []).map((entry) => (
          <TimelineRow key={entry.key} entry={entry} onEdit={setEdited} onRemove={remove} />
        ))}
      </ol>
      <Row>
        {cursor !== undefined && (
          <Button onPress={() => setCursor(undefined)}>{customerPage.newer}</Button>
        )}
        {found?.next !== undefined && (
          <Button onPress={() => setCursor(found.next)}>{customerPage.older}</Button>
        )}
      </Row>
      {edited !== undefined && (
        <EditActivity db={db} activity={edited} onClose={() => setEdited(undefined)} />
      )}
    </Card>
  );
});
