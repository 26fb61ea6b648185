import { Pencil, Trash2 } from 'lucide-react';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { IconButton } from '#ui/controls/button.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './fields.module.css';
import { whyNotLearnt } from './why-not-learnt.ts';

/** Only numbers, days and choices of customers are inputs of a model. */
const isInput = ({ entity }: FieldDefinition) => entity === 'customers';

/** One custom field: what it is called, what it holds, whether the model may look at it. */
export function FieldRow({
  field,
  onEdit,
  onChange,
  onRemove,
}: {
  readonly field: FieldDefinition;
  readonly onEdit: () => void;
  readonly onChange: (field: FieldDefinition) => void;
  readonly onRemove: () => void;
}) {
  const { words, format } = useWords();
  const { fields } = words;
  const { label, type, choices, learnable } = field;
  const reason = whyNotLearnt(field);
  return (
    <li className={styles.field} data-field={label}>
      <span className={styles.about}>
        <strong>{label}</strong>
        <Chip>{fields.types[type]}</Chip>
        {choices !== undefined && choices.length > 0 && (
          <span className={styles.small}>{format.list(choices.slice(0, 6))}</span>
        )}
      </span>
      <span className={styles.buttons}>
        <IconButton label={fields.edit(label)} icon={Pencil} onPress={onEdit} />
        <IconButton label={fields.remove(label)} icon={Trash2} onPress={onRemove} />
      </span>
      {isInput(field) && (
        <span className={styles.learning}>
          <Switch
            isSelected={learnable}
            onChange={(next) => onChange({ ...field, learnable: next })}
          >
            {fields.learn}
          </Switch>
          {reason !== undefined && <span className={styles.small}>{fields.why[reason]}</span>}
        </span>
      )}
    </li>
  );
}
