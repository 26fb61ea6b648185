import type { Customer } from '#core/customers/customer.ts';
import {
  type ChoiceKey,
  differingFields,
  type MergeChoices,
  mergeFields,
  type Side,
} from '#core/customers/merge-customers.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameRecord } from '#ui/records/name-record.ts';
import { nameField, sayField } from '#ui/records/say-field.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './duplicates.module.css';

type Pair = { readonly first: Customer; readonly second: Customer };

const readField = (customer: Customer, field: string): unknown =>
  field.startsWith('custom:')
    ? customer.custom[field.slice('custom:'.length)]
    : customer[field as keyof Customer];

const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** What one of the two says and the other does not contradict: kept without asking. */
const keptFields = ({ first, second }: Pair, asked: readonly string[]): string[] => {
  const custom = [...Object.keys(first.custom), ...Object.keys(second.custom)];
  const all = [...mergeFields, 'phones', 'emails', 'tags', ...custom.map((key) => `custom:${key}`)];
  return [...new Set(all)]
    .filter((field) => !asked.includes(field))
    .filter((field) => !isNothing(readField(first, field)) || !isNothing(readField(second, field)));
};

/** Both customers field by field: a choice where they differ, plain values where they do not. */
export function CompareTable({
  first,
  second,
  choices,
  onChoose,
}: Pair & {
  readonly choices: MergeChoices;
  readonly onChoose: (key: ChoiceKey, side: Side) => void;
}) {
  const { words, format } = useWords();
  const own = words.duplicates;
  const asked = differingFields(first, second);
  const say = (customer: Customer, field: string) => {
    const value = readField(customer, field);
    return isNothing(value) ? '–' : sayField(words, format, field, value);
  };
  return (
    <>
      <p>{asked.length === 0 ? own.nothingDiffers : own.keepHint}</p>
      <div className={styles.table}>
        <div className={styles.heads}>
          <span />
          {[first, second].map((customer) => (
            <a key={customer.id} className={styles.who} href={hrefOf.customer(customer.id)}>
              {nameRecord(words, 'customers', customer)}
            </a>
          ))}
        </div>
        {asked.map((field) => (
          <ChoiceRow
            key={field}
            name={nameField(words, field)}
            side={choices[field] ?? 'winner'}
            says={[say(first, field), say(second, field)]}
            onChoose={(side) => onChoose(field, side)}
          />
        ))}
        {keptFields({ first, second }, asked).map((field) => (
          <div key={field} className={styles.plain}>
            <span className={styles.field}>{nameField(words, field)}</span>
            <span className={styles.value}>{say(first, field)}</span>
            <span className={styles.value}>{say(second, field)}</span>
          </div>
        ))}
      </div>
    </>
  );
}

function ChoiceRow({
  name,
  side,
  says,
  onChoose,
}: {
  readonly name: string;
  readonly side: Side;
  readonly says: readonly [string, string];
  readonly onChoose: (side: Side) => void;
}) {
  const sides = [
    ['winner', says[0]],
    ['loser', says[1]],
  ] as const;
  return (
    <div className={styles.plain} role="radiogroup" aria-label={name}>
      <span className={styles.field}>{name}</span>
      {sides.map(([of, text]) => (
        <label key={of} className={styles.choice}>
          <input
            type="radio"
            name={`keep ${name}`}
            checked={side === of}
            onChange={() => onChoose(of)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
