import type { Database } from '#db/database.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Grid, Page } from '#ui/surfaces/page.tsx';
import { StatTile } from '#ui/surfaces/stat-tile.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { DataStatus } from './data-status.tsx';
import { LikelyBuyers } from './likely-buyers.tsx';
import { useToday } from './use-today.ts';

/** The day at a glance: how many, how much, whom to see first, and how fresh the data is. */
export function TodayScreen({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const facts = useToday(db);
  const { totals, currency } = facts;
  const { today } = words;
  const figure = (value: number | undefined) => (value === undefined ? '…' : format.number(value));
  return (
    <Page title={today.title} lead={format.date(Date.now())}>
      <Grid>
        <StatTile
          name={today.customers}
          figure={figure(totals?.customers)}
          href={hrefOf.customers}
        />
        <StatTile name={today.orders} figure={figure(totals?.orders)} />
        <StatTile
          name={today.revenue}
          figure={totals === undefined ? '…' : format.moneyCompact(totals.revenueMinor, currency)}
          href={hrefOf.customersWith({ sort: 'revenueMinor' })}
        />
        <StatTile
          name={today.scored}
          figure={figure(totals?.scored)}
          href={hrefOf.customersWith({ sort: 'probability' })}
        />
      </Grid>
      <Grid wide>
        <LikelyBuyers facts={facts} />
        <DataStatus facts={facts} />
      </Grid>
    </Page>
  );
}
