import { LocateFixed, Route } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Position } from '#core/position.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { localDay } from '#i18n/local-day.ts';
import { readRows } from '#jobs/directory-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { locate } from '#ui/live/locate.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { DueVisits } from './due-visits.tsx';
import { findDue } from './find-due.ts';
import { PlanSheet } from './plan-sheet.tsx';
import { PlannedVisits } from './planned-visits.tsx';
import type { Day } from './read-day.ts';

/** Due visits shown beside the plan. */
const mostDue = 5;

const useDue = (seq: number | undefined, day: Day) => {
  const [due, setDue] = useState<{ rows: readonly DirectoryRow[]; total: number }>();
  const planned = new Set(day.visits.map(({ customer }) => customer.id));
  useEffect(() => {
    if (seq === undefined) return undefined;
    let isWanted = true;
    void findDue(localDay(Date.now()), mostDue * 3).then((found) => {
      if (isWanted && found.ok) setDue({ ...found.value });
    });
    return () => {
      isWanted = false;
    };
  }, [seq]);
  const ords = day.visits.flatMap(({ customer }) => customer.ord ?? []).join(' ');
  const [known, setKnown] = useState<ReadonlyMap<string, DirectoryRow>>(new Map());
  useEffect(() => {
    if (seq === undefined || ords === '') return undefined;
    let isWanted = true;
    void readRows(ords.split(' ').map(Number)).then((found) => {
      if (isWanted && found.ok) setKnown(new Map(found.value.map((row) => [row.id, row])));
    });
    return () => {
      isWanted = false;
    };
  }, [seq, ords]);
  const rows = (due?.rows ?? []).filter(({ id }) => !planned.has(id)).slice(0, mostDue);
  return { rows, known, total: due?.total ?? 0 };
};

/** The visits of the day, planned and due, and the way to plan them. */
export function VisitsCard({
  db,
  day,
  seq,
}: {
  readonly db: Database;
  readonly day: Day;
  /** Changes when something was written: what is due is asked again. */
  readonly seq: number | undefined;
}) {
  const { words } = useWords();
  const { today } = words;
  const [isPlanning, setPlanning] = useState(false);
  const [here, setHere] = useState<Position>();
  const [refusal, setRefusal] = useState<Refusal>();
  const due = useDue(seq, day);
  const from = here ?? day.settings.homePosition;
  const measure = async () => {
    const found = await locate();
    setRefusal(found.ok ? undefined : found.refusal);
    if (found.ok) setHere(found.value);
  };
  const planButton = (
    <Button
      icon={Route}
      look={day.visits.length === 0 ? 'primary' : 'plain'}
      onPress={() => setPlanning(true)}
    >
      {today.planDay}
    </Button>
  );
  const isEmpty = day.visits.length === 0;
  return (
    <>
      <Card title={today.visits} {...(isEmpty ? {} : { actions: planButton })}>
        {refusal !== undefined && <ErrorNotice refusal={refusal} />}
        {isEmpty ? (
          <EmptyState title={today.nothingPlanned} icon={Route} actions={planButton}>
            {today.planHint}
          </EmptyState>
        ) : (
          <>
            <PlannedVisits db={db} day={day} rows={due.known} from={from} />
            <Row>
              <Button look="quiet" icon={LocateFixed} onPress={() => void measure()}>
                {today.fromHere}
              </Button>
            </Row>
          </>
        )}
      </Card>
      <DueVisits
        db={db}
        rows={due.rows}
        total={due.total}
        from={from}
        currency={day.settings.currency}
      />
      {isPlanning && (
        <PlanSheet
          db={db}
          planned={new Set(day.visits.map(({ customer }) => customer.id))}
          from={from}
          currency={day.settings.currency}
          onClose={() => setPlanning(false)}
        />
      )}
    </>
  );
}
