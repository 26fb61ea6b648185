import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { Witness } from '#db/witness.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { ConfirmDialog } from '#ui/surfaces/dialog.tsx';
import { Page, Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';

const reload = () => location.reload();

/** The database could not be opened: why, and what to do. */
export function RefusedScreen({ refusal }: { readonly refusal: Refusal }) {
  const { words } = useWords();
  return (
    <main>
      <Page title={words.shell.refusedTitle}>
        <ErrorNotice refusal={refusal} />
        <Row>
          <Button look="primary" onPress={reload}>
            {words.shell.reload}
          </Button>
        </Row>
      </Page>
    </main>
  );
}

/** The witness remembers more than the database holds. Never shown as a friendly first start. */
export function RecoveryScreen({
  verdict,
  witness,
  onContinue,
}: {
  readonly verdict: 'emptied' | 'older';
  readonly witness: Witness;
  readonly onContinue: () => void;
}) {
  const { words } = useWords();
  const [isSure, setSure] = useState(false);
  const { shell } = words;
  const isEmptied = verdict === 'emptied';
  const go = isEmptied ? shell.recoveryContinueEmpty : shell.recoveryContinueOlder;
  const what = isEmptied ? shell.recoveryEmptied : shell.recoveryOlder;
  return (
    <main data-recovery={verdict}>
      <Page title={shell.recoveryTitle} lead={what(witness.rows)}>
        <p>{shell.recoverySafe}</p>
        <p>{shell.recoveryNext}</p>
        <Row>
          <Button look="primary" onPress={reload}>
            {words.ui.retry}
          </Button>
          <Button onPress={() => setSure(true)}>{go}</Button>
        </Row>
        <ConfirmDialog
          isOpen={isSure}
          onClose={() => setSure(false)}
          title={go}
          confirm={go}
          onConfirm={onContinue}
        >
          <p>{shell.recoverySure}</p>
        </ConfirmDialog>
      </Page>
    </main>
  );
}
