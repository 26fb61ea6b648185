import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { eraseEverything } from './erase-everything.ts';

/** Deletes everything, after a word has been typed: a slip of the finger must not do it. */
export function EraseCard({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { settings, ui } = words;
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const isSure = typed.trim().toUpperCase() === settings.eraseWord;
  const close = () => {
    setAsking(false);
    setTyped('');
  };
  return (
    <Card title={settings.erase}>
      <p>{settings.eraseHint}</p>
      <Button icon={Trash2} onPress={() => setAsking(true)}>
        {settings.erase}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={settings.eraseTitle}
        actions={
          <>
            <Button onPress={close}>{ui.cancel}</Button>
            <Button look="danger" isDisabled={!isSure} onPress={() => void eraseEverything(db)}>
              {settings.eraseConfirm}
            </Button>
          </>
        }
      >
        <p>{settings.eraseSure}</p>
        <TextField
          label={settings.eraseType(settings.eraseWord)}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      </Dialog>
    </Card>
  );
}
