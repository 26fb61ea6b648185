import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { dayNumber } from '#core/day-number.ts';
import type { Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { localDay } from '#i18n/local-day.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { mostVisits, planSegment } from './plan-segment.ts';

const usual = { count: 10, aDay: 5 } as const;

const isWhole = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= mostVisits;

/** Plans visits with those of the segment who brought most: how many, how many a day, from when. */
export function PlanVisits({
  db,
  ords,
  name,
}: {
  readonly db: Database;
  /** Those who brought most first. */
  readonly ords: Uint32Array;
  readonly name: string;
}) {
  const { words } = useWords();
  const own = words.segments;
  const [count, setCount] = useState<number | undefined>(Math.min(usual.count, ords.length));
  const [aDay, setADay] = useState<number | undefined>(usual.aDay);
  const [day, setDay] = useState(localDay(Date.now()));
  const [planned, setPlanned] = useState<Result<number>>();
  const plan = async () => {
    if (!isWhole(count) || !isWhole(aDay)) return;
    const title = `${words.today.visitTitle}: ${name}`;
    setPlanned(await planSegment(db, ords, { count, aDay, day }, title));
  };
  const isReady = isWhole(count) && isWhole(aDay) && !Number.isNaN(dayNumber(day));
  return (
    <>
      <p>{own.planHint}</p>
      {planned?.ok === false && <ErrorNotice refusal={planned.refusal} />}
      <NumberField label={own.visitsInAll} value={count} onChange={setCount} />
      <NumberField label={own.visitsADay} value={aDay} onChange={setADay} />
      <TextField label={own.firstDay} value={day} onChange={setDay} type="date" />
      <Button
        look="primary"
        icon={CalendarPlus}
        isDisabled={!isReady || planned?.ok === true}
        onPress={() => void plan()}
      >
        {own.actions.visits}
      </Button>
      {planned?.ok === true && (
        <Notice actions={<ButtonLink href={hrefOf.tasks}>{own.seeTasks}</ButtonLink>}>
          {own.visitsPlanned(planned.value)}
        </Notice>
      )}
    </>
  );
}
