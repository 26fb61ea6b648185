import { useCallback, useEffect, useState } from 'react';
import type { Database } from '#db/database.ts';
import { countRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { countRequests, type RequestCount } from './count-requests.ts';
import styles from './settings.module.css';

const shownTables = [
  'customers',
  'orders',
  'products',
  'models',
  'segmentRuns',
  'messages',
  'imports',
] as const;

const countAll = (db: Database) => Promise.all(shownTables.map((table) => countRecords(db, table)));

/** What is stored, and a check anybody can press: how many requests went out, and where to. */
export function PrivacyCard({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const { settings } = words;
  const [requests, setRequests] = useState<RequestCount>();
  const check = useCallback(async () => setRequests(await countRequests()), []);
  useEffect(() => void check(), [check]);
  const counts = useWatch(() => watch(() => countAll(db)), [db]);
  return (
    <Card title={settings.privacy}>
      <p>{settings.privacyPromise}</p>
      {requests !== undefined && (
        <div role="status" data-self-check={requests.foreign}>
          <p>{`${settings.requests}: ${settings.requestsOwn(requests.own)}`}</p>
          <Row>
            <Chip tone={requests.foreign === 0 ? 'good' : 'bad'}>
              {settings.requestsForeign(requests.foreign)}
            </Chip>
            <span className={styles.small}>{settings.refusedByPolicy(requests.refused)}</span>
          </Row>
        </div>
      )}
      <Button onPress={() => void check()}>{settings.checkAgain}</Button>
      <h3>{settings.whatIsStored}</h3>
      <Facts
        facts={shownTables.map((table, at) => ({
          name: settings.tables[table],
          value: counts === undefined ? '…' : format.number(counts[at] ?? 0),
        }))}
      />
      <p className={styles.small}>{settings.sealed}</p>
      <p className={styles.small}>{settings.leaving}</p>
    </Card>
  );
}
