import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '#ui/words/words-context.tsx';
import { Button } from './button.tsx';
import styles from './tag-field.module.css';
import { TextField } from './text-field.tsx';

/** Offers under the field; more would push the rest of a form out of sight. */
const mostOffered = 6;

/** Short words a thing is found by. What is in use already is offered while one types. */
export function TagField({
  label,
  hint,
  add,
  values,
  known,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  /** Words of the button that adds what was typed. */
  readonly add: (text: string) => string;
  readonly values: readonly string[];
  readonly known: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { words } = useWords();
  const [text, setText] = useState('');
  const typed = text.trim();
  const take = (tag: string) => {
    setText('');
    if (tag !== '' && !values.includes(tag)) onChange([...values, tag]);
  };
  const offered = known
    .filter((tag) => !values.includes(tag) && tag.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, mostOffered);
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        value={text}
        onChange={setText}
        onSubmit={() => take(typed)}
        autoComplete="off"
        {...(hint === undefined ? {} : { hint })}
      />
      <div className={styles.tags}>
        {values.map((tag) => (
          <button
            key={tag}
            type="button"
            className={styles.taken}
            aria-label={`${words.ui.remove}: ${tag}`}
            onClick={() => onChange(values.filter((one) => one !== tag))}
          >
            {tag}
            <X size={16} aria-hidden />
          </button>
        ))}
        {offered.map((tag) => (
          <button key={tag} type="button" className={styles.offered} onClick={() => take(tag)}>
            <Plus size={16} aria-hidden />
            {tag}
          </button>
        ))}
        {typed !== '' && !offered.includes(typed) && !values.includes(typed) && (
          <Button look="quiet" icon={Plus} onPress={() => take(typed)}>
            {add(typed)}
          </Button>
        )}
      </div>
    </div>
  );
}
