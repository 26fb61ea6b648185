import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ColumnReason } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import { type FieldDefinition, labelWithSign } from '#core/customers/field-definition.ts';
import { scoreBand } from '#core/predictions/score-band.ts';
import { textOf } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';
import { scoreWhatIf } from '#jobs/learn-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { BandWord } from '#ui/feedback/score.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import customers from './customers.module.css';
import { sayValue } from './say-reason.ts';
import styles from './score-reasons.module.css';

type Changes = Readonly<Record<string, CustomValue>>;

/** The score if some values were others. Nothing is saved. */
export function ScoreWhatIf({
  customer,
  listed,
  fields,
  said,
  baseRate,
}: {
  readonly customer: Customer;
  readonly listed: readonly ColumnReason[];
  readonly fields: readonly FieldDefinition[];
  readonly said: number;
  readonly baseRate: number;
}) {
  const { words, format } = useWords();
  const { reasons } = words;
  const [changes, setChanges] = useState<Changes>({});
  const { answer, refusal } = useAsked(
    (signal) => scoreWhatIf({ customerId: customer.id, changes }, signal),
    JSON.stringify([customer.id, customer.rev, changes]),
  );
  const score = answer?.said ?? said;
  const [shown, before] = [format.probability(score), format.probability(said)];
  return (
    <div className={styles.reasons}>
      <p className={styles.compared}>{reasons.whatIfHint}</p>
      <div className={styles.inputs}>
        {listed.map((reason) => (
          <ValueInput
            key={reason.column}
            reason={reason}
            fields={fields}
            value={reason.column in changes ? (changes[reason.column] ?? null) : reason.value}
            onChange={(value) => setChanges((now) => ({ ...now, [reason.column]: value }))}
          />
        ))}
      </div>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <output aria-label={reasons.withThese} data-what-if>
        <span>{reasons.withThese}</span>
        <Row>
          <span className={customers.big}>{shown}</span>
          <BandWord band={scoreBand(score, baseRate)} />
          <span className={styles.compared}>
            {shown === before ? reasons.unchanged : reasons.fromTo(before)}
          </span>
        </Row>
      </output>
      <Row>
        <Button
          icon={RotateCcw}
          isDisabled={Object.keys(changes).length === 0}
          onPress={() => setChanges({})}
        >
          {reasons.reset}
        </Button>
      </Row>
    </div>
  );
}

function ValueInput({
  reason,
  fields,
  value,
  onChange,
}: {
  readonly reason: ColumnReason;
  readonly fields: readonly FieldDefinition[];
  readonly value: CustomValue;
  readonly onChange: (value: CustomValue) => void;
}) {
  const { words, format } = useWords();
  const { column, type, choices } = reason;
  const field = fields.find(({ key }) => key === column);
  const label = field === undefined ? nameColumn(column, fields, words) : labelWithSign(field);
  if (type === 'number')
    return (
      <NumberField
        label={label}
        value={typeof value === 'number' ? value : undefined}
        onChange={(next) => onChange(next ?? null)}
      />
    );
  if (type === 'date')
    return <TextField label={label} type="date" value={textOf(value) ?? ''} onChange={onChange} />;
  const chosen = textOf(value) ?? '';
  const known = ['', ...choices];
  const ids = known.includes(chosen) ? known : [chosen, ...known];
  const say = (id: string) => sayValue({ column, type, value: id }, fields, words, format);
  return (
    <Select
      label={label}
      value={chosen}
      onChange={onChange}
      choices={ids.map((id) => ({ id, text: id === '' ? words.ui.none : say(id) }))}
    />
  );
}
