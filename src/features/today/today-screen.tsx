import { ClipboardList, ListTodo } from 'lucide-react';
import type { Database } from '#db/database.ts';
import { watch } from '#db/watch.ts';
import { localDay } from '#i18n/local-day.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Columns, Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { DataStatus } from './data-status.tsx';
import { DayTasks } from './day-tasks.tsx';
import { DraftNotices } from './draft-notices.tsx';
import { LikelyBuyers } from './likely-buyers.tsx';
import { readDay } from './read-day.ts';
import { TargetTiles } from './target-tiles.tsx';
import { useToday } from './use-today.ts';
import { VisitsCard } from './visits-card.tsx';

/** The day: whom to visit and why, what else is due, how the month goes, who is likely to buy. */
export function TodayScreen({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const facts = useToday(db);
  const day = useWatch(() => watch(() => readDay(db, Date.now())), [db]);
  const { today } = words;
  return (
    <Page
      title={today.title}
      lead={format.date(Date.now())}
      actions={
        <>
          <ButtonLink icon={ListTodo} href={hrefOf.tasks}>
            {today.allTasks}
          </ButtonLink>
          <ButtonLink icon={ClipboardList} href={hrefOf.dayReport(localDay(Date.now()))}>
            {today.report}
          </ButtonLink>
        </>
      }
    >
      {day === undefined ? (
        <Loading />
      ) : (
        <>
          <DraftNotices db={db} day={day} />
          <VisitsCard db={db} day={day} seq={facts.seq} />
          <TargetTiles db={db} currency={day.settings.currency} />
          <Columns>
            <DayTasks db={db} day={day} />
            <LikelyBuyers facts={facts} />
            <DataStatus facts={facts} />
          </Columns>
        </>
      )}
    </Page>
  );
}
