import styles from './choice-chips.module.css';

export type ChipChoice<Id extends string> = {
  readonly id: Id;
  readonly text: string;
};

/** One of a few things, all in sight: a strip of buttons that scrolls sideways when it is full. */
export function ChoiceChips<Id extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly ChipChoice<Id>[];
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
}) {
  return (
    <fieldset className={styles.strip} aria-label={label}>
      {choices.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          className={styles.choice}
          aria-pressed={id === value}
          onClick={() => onChange(id)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
