import type { Database } from '#db/database.ts';
import { Columns, Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { DemoCard } from './demo-card.tsx';
import { EraseCard } from './erase-card.tsx';
import { LicencesCard } from './licences-card.tsx';
import { LookCard } from './look-card.tsx';
import { MoneyCard } from './money-card.tsx';
import { PrivacyCard } from './privacy-card.tsx';
import { ReportCard } from './report-card.tsx';
import { StorageCard } from './storage-card.tsx';

/** How the app looks, what it stores, proof of what it does not send, and the way to erase it. */
export function SettingsScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  return (
    <Page title={words.settings.title}>
      <Columns>
        <LookCard />
        <StorageCard />
        <PrivacyCard db={db} />
        <MoneyCard db={db} />
        <DemoCard db={db} />
        <EraseCard db={db} />
        <ReportCard />
        <LicencesCard />
      </Columns>
    </Page>
  );
}
