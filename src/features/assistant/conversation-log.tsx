import { useEffect, useRef } from 'react';
import type { Message } from '#core/assistant/conversation.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { AnswerBlockView } from './answer-block-view.tsx';
import styles from './assistant.module.css';
import type { Asking } from './use-conversation.ts';

/** What was said, oldest first. New answers are read aloud once; the last question is in sight. */
export function ConversationLog({
  messages,
  asking,
  onAsk,
}: {
  readonly messages: readonly Message[];
  readonly asking: Asking | undefined;
  readonly onAsk: (question: string) => void;
}) {
  const { words } = useWords();
  const log = useRef<HTMLDivElement>(null);
  const count = messages.length + (asking === undefined ? 0 : 1);
  useEffect(() => {
    if (count === 0) return;
    const questions = log.current?.querySelectorAll<HTMLElement>('[data-from=person]') ?? [];
    const last = questions[questions.length - 1];
    if (last !== undefined) log.current?.scrollTo({ top: last.offsetTop - 12 });
  }, [count]);
  // Kept already: the watch of the database may be faster than the answer of the worker.
  const isKept = messages.some(({ from, at }) => from === 'person' && at === asking?.at);
  return (
    <div
      ref={log}
      className={styles.log}
      role="log"
      aria-live="polite"
      aria-label={words.assistant.log}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long conversation must scroll by keyboard
      tabIndex={0}
    >
      {messages.map((message) => (
        <Said
          key={`${message.from}-${message.at}`}
          message={message}
          onAsk={asking === undefined ? onAsk : undefined}
        />
      ))}
      {asking !== undefined && !isKept && (
        <Question key={`person-${asking.at}`} text={asking.text} />
      )}
      {asking !== undefined && <p className={styles.waiting}>{words.assistant.thinking}</p>}
    </div>
  );
}

function Said({
  message,
  onAsk,
}: {
  readonly message: Message;
  readonly onAsk: ((question: string) => void) | undefined;
}) {
  const { words } = useWords();
  const { from, text, blocks, language } = message;
  if (from === 'person') return <Question text={text} language={language} />;
  return (
    <div className={styles.answer} data-from="assistant" lang={language}>
      <span className={styles.hidden}>{words.assistant.assistant}: </span>
      <p className={styles.text}>{text}</p>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of an answer never change
        <AnswerBlockView key={at} block={block} label={text} onAsk={onAsk} />
      ))}
    </div>
  );
}

function Question({ text, language }: { readonly text: string; readonly language?: string }) {
  const { words } = useWords();
  return (
    <div className={styles.question} data-from="person" lang={language}>
      <span className={styles.hidden}>{words.assistant.you}: </span>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
