import type { Database } from '#db/database.ts';
import { Columns, Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { DemoCard } from './demo-card.tsx';
import { EraseCard } from './erase-card.tsx';
import { LicencesCard } from './licences-card.tsx';
import { LookCard } from './look-card.tsx';
import { MoneyCard } from './money-card.tsx';
import { PrivacyCard } from './privacy-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { ReportCard } from './report-card.tsx';
import { StorageCard } from './storage-card.tsx';
import { TargetsCard } from './targets-card.tsx';
import { VisitsCard } from './visits-card.tsx';

/** Who the rep is and how often one visits, how the app looks, what it stores, proof of what it does not send, and the way to erase it. */
export function SettingsScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  return (
    <Page title={words.settings.title}>
      <Columns>
        <ProfileCard db={db} />
        <VisitsCard db={db} />
        <TargetsCard db={db} />
        <MoneyCard db={db} />
        <LookCard />
        <StorageCard />
        <PrivacyCard db={db} />
        <DemoCard db={db} />
        <EraseCard db={db} />
        <ReportCard />
        <LicencesCard />
      </Columns>
    </Page>
  );
}
