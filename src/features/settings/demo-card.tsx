import { initialSettings, settingsId } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { undoImport } from '#jobs/import-jobs.ts';
import { loadDemo } from '#jobs/load-demo.ts';
import { Button } from '#ui/controls/button.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** Loads the demo customers, or removes them again. Progress is in the job tray. */
export function DemoCard({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { settings, shell } = words;
  const imports = useWatch(() => watch(() => listRecords(db, 'imports')), [db]);
  if (imports === undefined) return null;
  const demo = imports.find(({ as, state }) => as === 'demo' && state !== 'removed');
  const load = async () => {
    const stored = await findRecord(db, 'settings', settingsId);
    await loadDemo({
      importId: crypto.randomUUID(),
      currency: (stored ?? initialSettings).currency,
      now: Date.now(),
    });
  };
  if (demo === undefined)
    return (
      <Card title={settings.demo}>
        <p>{settings.demoNone}</p>
        <Button onPress={() => void load()}>{settings.demoLoad}</Button>
      </Card>
    );
  const remove = () => undoImport({ importId: demo.id, now: Date.now() }, shell.demoSubject);
  return (
    <Card title={settings.demo}>
      <p>{settings.demoThere}</p>
      <Button isDisabled={demo.state !== 'done'} onPress={() => void remove()}>
        {settings.demoRemove}
      </Button>
    </Card>
  );
}
