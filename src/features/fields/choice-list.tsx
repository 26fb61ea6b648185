import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './fields.module.css';

/** The things one may choose, in the order they are offered. Several at once with commas or lines. */
export function ChoiceList({
  choices,
  onChange,
  error,
}: {
  readonly choices: readonly string[];
  readonly onChange: (choices: readonly string[]) => void;
  readonly error: string | undefined;
}) {
  const { words } = useWords();
  const { fields, ui } = words;
  const [text, setText] = useState('');
  const add = () => {
    const typed = text.split(/[,，、;；\n]/u).map((one) => one.trim());
    onChange([...new Set([...choices, ...typed.filter((one) => one !== '')])]);
    setText('');
  };
  const swap = (at: number, other: number) => {
    const next = [...choices];
    [next[at], next[other]] = [next[other] as string, next[at] as string];
    onChange(next);
  };
  return (
    <div className={styles.choices}>
      <ol className={styles.fields}>
        {choices.map((choice, at) => (
          <li key={choice} className={styles.choice}>
            <span>{choice}</span>
            <IconButton
              label={fields.up(choice)}
              icon={ArrowUp}
              isDisabled={at === 0}
              onPress={() => swap(at, at - 1)}
            />
            <IconButton
              label={fields.down(choice)}
              icon={ArrowDown}
              isDisabled={at === choices.length - 1}
              onPress={() => swap(at, at + 1)}
            />
            <IconButton
              label={`${ui.remove}: ${choice}`}
              icon={X}
              onPress={() => onChange(choices.filter((one) => one !== choice))}
            />
          </li>
        ))}
      </ol>
      <TextField
        label={fields.choice}
        hint={fields.choiceHint}
        value={text}
        onChange={setText}
        onSubmit={add}
        autoComplete="off"
        error={text.trim() === '' ? error : undefined}
      />
      {text.trim() !== '' && (
        <Button icon={Plus} onPress={add}>
          {fields.addChoice}
        </Button>
      )}
    </div>
  );
}
