import { FileSpreadsheet, FileText } from 'lucide-react';
import { useState } from 'react';
import { type ListKind, listKinds } from '#contracts/export.ts';
import { startExport } from '#jobs/export-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { fileName } from './file-name.ts';
import { MakingOutcome } from './making-outcome.tsx';
import { useMaking } from './use-making.ts';

/** One list as CSV or workbook. `ords`: the customers of the list one came from, in its order. */
export function ListCard({
  ords,
  onAll,
}: {
  readonly ords: Uint32Array | undefined;
  readonly onAll: () => void;
}) {
  const { words, language } = useWords();
  const { exports } = words;
  const [kind, setKind] = useState<ListKind>('customers');
  const making = useMaking();
  const isNarrowed = ords !== undefined && kind === 'customers';
  const make = (form: 'csv' | 'xlsx') =>
    making.make(fileName(exports.fileNames[kind], form), () =>
      startExport(
        'list',
        { kind, form, language, ...(isNarrowed ? { ords } : {}) },
        exports.kinds[kind],
      ),
    );
  return (
    <Card title={exports.list}>
      <p>{exports.listHint}</p>
      <Select
        label={exports.kind}
        value={kind}
        onChange={setKind}
        choices={listKinds.map((id) => ({ id, text: exports.kinds[id] }))}
      />
      {isNarrowed && (
        <Row>
          <span>{exports.theseCustomers(ords.length)}</span>
          <Button look="quiet" onPress={onAll}>
            {exports.allCustomers}
          </Button>
        </Row>
      )}
      <Row>
        <Button icon={FileText} isDisabled={making.isBusy} onPress={() => void make('csv')}>
          {exports.asCsv}
        </Button>
        <Button icon={FileSpreadsheet} isDisabled={making.isBusy} onPress={() => void make('xlsx')}>
          {exports.asXlsx}
        </Button>
      </Row>
      <MakingOutcome making={making} />
    </Card>
  );
}
