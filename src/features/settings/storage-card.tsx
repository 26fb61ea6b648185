import { useEffect, useState } from 'react';
import { Button } from '#ui/controls/button.tsx';
import { Meter } from '#ui/feedback/meter.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './settings.module.css';

type Storage = {
  readonly usage: number | undefined;
  readonly quota: number | undefined;
  readonly isPersisted: boolean;
};

const readStorage = async (): Promise<Storage> => {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return { usage, quota, isPersisted: (await navigator.storage?.persisted?.()) ?? false };
};

/** How much is used, and whether the browser has promised to keep it. */
export function StorageCard() {
  const { words, format } = useWords();
  const { settings } = words;
  const [storage, setStorage] = useState<Storage>();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    void readStorage().then(setStorage);
  }, []);
  const persist = async () => {
    setRefused(!(await navigator.storage?.persist?.()));
    setStorage(await readStorage());
  };
  if (storage === undefined) return null;
  const { usage, quota, isPersisted } = storage;
  return (
    <Card title={settings.storage}>
      {usage === undefined || quota === undefined ? (
        <p>{settings.storageUnknown}</p>
      ) : (
        <Meter
          label={settings.storageUsed}
          fraction={usage / quota}
          text={settings.storageOf(format.bytes(usage), format.bytes(quota))}
        />
      )}
      <p>{isPersisted ? settings.persisted : settings.notPersisted}</p>
      {!isPersisted && <Button onPress={() => void persist()}>{settings.persist}</Button>}
      <p role="status" className={styles.small}>
        {isRefused && !isPersisted ? settings.persistRefused : ''}
      </p>
      <p className={styles.small}>{settings.backupTruth}</p>
    </Card>
  );
}
