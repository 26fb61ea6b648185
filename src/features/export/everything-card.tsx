import { FileJson } from 'lucide-react';
import { useState } from 'react';
import { startExport } from '#jobs/export-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { fileName } from './file-name.ts';
import { MakingOutcome } from './making-outcome.tsx';
import { useMaking } from './use-making.ts';

/** All records in one file that another Rapport can take over whole. */
export function EverythingCard() {
  const { words } = useWords();
  const { exports } = words;
  const [withModels, setWithModels] = useState(false);
  const making = useMaking();
  const make = () =>
    making.make(fileName(exports.fileNames.everything, 'json'), () =>
      startExport('everything', { withModels, now: Date.now() }, exports.everything),
    );
  return (
    <Card title={exports.everything}>
      <p>{exports.everythingHint}</p>
      <Checkbox isSelected={withModels} onChange={setWithModels}>
        {exports.withModels}
      </Checkbox>
      <Row>
        <Button icon={FileJson} isDisabled={making.isBusy} onPress={() => void make()}>
          {exports.asJson}
        </Button>
      </Row>
      <MakingOutcome making={making} />
    </Card>
  );
}
