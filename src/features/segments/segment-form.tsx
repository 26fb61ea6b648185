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
import styles from './segments.module.css';

type Choices = SegmentContract['describe']['output'];
type Source = SegmentContract['run']['input']['source'];

/** Fixed, so that the same customers give the same segments. */
const seed = 1;
const counts = Array.from({ length: 11 }, (_, at) => String(at + 2));

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
  const [source, setSource] = useState<Source>(hasOrders ? (before?.source ?? 'rfm') : 'columns');
  const [columns, setColumns] = useState<readonly string[]>(
    asked.length > 0 ? asked : usable.slice(0, 2).map(({ name }) => name),
  );
  const [k, setK] = useState(counts.find((count) => count === String(before?.k)) ?? '3');
  const sources: readonly Source[] = hasOrders ? ['rfm', 'columns'] : ['columns'];
  const isReady = source === 'rfm' || columns.length > 0;
  const find = () =>
    void startSegments({
      source,
      columns: source === 'rfm' ? [] : columns,
      log: [],
      scale: 'standard',
      k: Number(k),
      seed,
      now: Date.now(),
    });
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
          choices={counts.map((id) => ({ id, text: id }))}
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
