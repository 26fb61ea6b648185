import { Shapes } from 'lucide-react';
import { useState } from 'react';
import type { SegmentContract } from '#contracts/segment.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { startSegments } from '#jobs/segment-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Row, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { runInput } from './run-input.ts';
import styles from './segments.module.css';

type Choices = SegmentContract['describe']['output'];
type Source = SegmentContract['run']['input']['source'];
type Count = SegmentContract['run']['input']['k'];

const counts = Array.from({ length: 11 }, (_, at) => String(at + 2));

/** What was asked last time, as a choice of the list. */
const askedCount = (before: SegmentRun | undefined): string => {
  if (before === undefined || before.choice?.isAuto === true) return 'auto';
  return before.grid === undefined ? String(before.k) : 'grid';
};

const countOf = (id: string): Count => (id === 'auto' || id === 'grid' ? id : Number(id));

/** What the groups should be alike in, how many, and the button. */
export function SegmentForm({
  choices,
  before,
}: {
  readonly choices: Choices;
  /** The run in use: what was asked for last time. */
  readonly before: SegmentRun | undefined;
}) {
  const own = useWords().words.segments;
  const usable = choices.numericColumns.filter(({ distinct }) => distinct > 1);
  const asked = usable.flatMap(({ name }) =>
    before?.columns.some((column) => column.name === name) ? [name] : [],
  );
  const hasOrders = choices.orders > 0;
  const [source, setSource] = useState<Source>(
    hasOrders ? (before?.source ?? 'buying') : 'columns',
  );
  const [columns, setColumns] = useState<readonly string[]>(
    asked.length > 0 ? asked : usable.slice(0, 2).map(({ name }) => name),
  );
  const [asking, setK] = useState(askedCount(before));
  const sources: readonly Source[] = hasOrders ? ['buying', 'rfm', 'columns'] : ['columns'];
  // The grid is cut by buying, whatever columns there are.
  const k = source === 'columns' && asking === 'grid' ? 'auto' : asking;
  const isByOrders = source !== 'columns';
  const isReady = isByOrders || columns.length > 0;
  const find = () =>
    void startSegments(runInput({ source, columns: isByOrders ? [] : columns, k: countOf(k) }));
  const tick = (name: string, isOn: boolean) =>
    setColumns(isOn ? [...columns, name] : columns.filter((one) => one !== name));
  return (
    <Stack>
      <Row>
        <Select
          label={own.source}
          choices={sources.map((id) => ({ id, text: own.sources[id] }))}
          value={source}
          onChange={setSource}
          {...(hasOrders ? {} : { hint: own.rfmNeedsOrders })}
        />
        <Select
          label={own.k}
          choices={[
            { id: 'auto', text: own.autoCount },
            ...counts.map((id) => ({ id, text: id })),
            ...(isByOrders ? [{ id: 'grid', text: own.gridCount }] : []),
          ]}
          value={k}
          onChange={setK}
        />
      </Row>
      {source === 'columns' && (
        <fieldset className={styles.group}>
          <legend>{own.columnsLabel}</legend>
          {usable.length === 0 && <p>{own.noColumns}</p>}
          <div className={styles.ticks}>
            {usable.map(({ name }) => (
              <Checkbox
                key={name}
                isSelected={columns.includes(name)}
                onChange={(isOn) => tick(name, isOn)}
              >
                {name}
              </Checkbox>
            ))}
          </div>
          {columns.length === 0 && usable.length > 0 && (
            <p className={styles.muted}>{own.chooseColumns}</p>
          )}
        </fieldset>
      )}
      <Row>
        <Button look="primary" icon={Shapes} onPress={find} isDisabled={!isReady}>
          {own.find}
        </Button>
      </Row>
    </Stack>
  );
}
