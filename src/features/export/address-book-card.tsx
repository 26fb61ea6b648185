import { BookUser } from 'lucide-react';
import { startExport } from '#jobs/export-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { fileName } from './file-name.ts';
import { MakingOutcome } from './making-outcome.tsx';
import { useMaking } from './use-making.ts';

/** Customers and contacts for a phone or a mail program. */
export function AddressBookCard() {
  const { words } = useWords();
  const { exports } = words;
  const making = useMaking();
  const make = () =>
    making.make(fileName(exports.fileNames.addressBook, 'vcf'), () =>
      startExport('addressBook', { now: Date.now() }, exports.addressBook),
    );
  return (
    <Card title={exports.addressBook}>
      <p>{exports.addressBookHint}</p>
      <Row>
        <Button icon={BookUser} isDisabled={making.isBusy} onPress={() => void make()}>
          {exports.asVcard}
        </Button>
      </Row>
      <MakingOutcome making={making} />
    </Card>
  );
}
