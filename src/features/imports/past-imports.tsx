import type { ImportJournal } from '#core/imports/import-journal.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './imports.module.css';

/** Imports whose data is still here, newest first; each can be looked at and undone. */
export function PastImports({
  db,
  onShow,
}: {
  readonly db: Database;
  readonly onShow: (importId: string) => void;
}) {
  const { words, format } = useWords();
  const { imports } = words;
  const journals = useWatch(() => watch(() => listRecords(db, 'imports')), [db]);
  const shown = (journals ?? [])
    .filter(({ as, state }) => as !== 'demo' && state !== 'removed')
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, 20);
  if (shown.length === 0) return null;
  const stateOf = ({ state, added, skipped }: ImportJournal) => {
    if (state === 'removing') return imports.removing;
    return state === 'running' ? imports.unfinished : imports.pastFacts(added, skipped);
  };
  return (
    <Card title={imports.past}>
      <ul>
        {shown.map((journal) => (
          <li key={journal.id} className={styles.past}>
            <span>
              {journal.fileName}
              <br />
              <span className={styles.muted}>
                {format.instant(journal.createdAt)} · {stateOf(journal)}
              </span>
            </span>
            <Button isDisabled={journal.state !== 'done'} onPress={() => onShow(journal.id)}>
              {imports.show}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
