import { SendHorizontal, Square } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './assistant.module.css';

/** The field for a question. Enter sends, but never the Enter that ends a Chinese word. */
export function Composer({
  isAsking,
  onAsk,
  onStop,
}: {
  readonly isAsking: boolean;
  /** Answers whether the question was answered; if not, the field gives it back. */
  readonly onAsk: (question: string) => Promise<boolean>;
  readonly onStop: () => void;
}) {
  const { words } = useWords();
  const [text, setText] = useState('');
  const send = async () => {
    const question = text.trim();
    if (question === '' || isAsking) return;
    setText('');
    const isAnswered = await onAsk(question);
    if (!isAnswered) setText((typed) => (typed === '' ? question : typed));
  };
  return (
    <div className={styles.composer}>
      <TextField
        label={words.assistant.field}
        isLabelHidden
        placeholder={words.assistant.placeholder}
        autoComplete="off"
        value={text}
        onChange={setText}
        onSubmit={() => void send()}
      />
      {isAsking ? (
        <IconButton label={words.assistant.stop} icon={Square} look="plain" onPress={onStop} />
      ) : (
        <IconButton
          label={words.assistant.send}
          icon={SendHorizontal}
          look="primary"
          isDisabled={text.trim() === ''}
          onPress={() => void send()}
        />
      )}
    </div>
  );
}
