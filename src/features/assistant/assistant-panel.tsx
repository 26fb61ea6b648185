import { MessageCirclePlus, PencilLine, ShieldCheck } from 'lucide-react';
import type { AssistantContract } from '#contracts/assistant.ts';
import type { Database } from '#db/database.ts';
import { Button, ButtonLink, IconButton } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './assistant.module.css';
import { Composer } from './composer.tsx';
import { ConversationLog } from './conversation-log.tsx';
import { pairsHref } from './pairs-href.ts';
import { useConversation } from './use-conversation.ts';
import { useSuggestions } from './use-suggestions.ts';

/**
 * The assistant: as a screen of its own, or docked beside another one. `page` is where the person
 * is, so that "this customer" is understood. Fills the height it is given.
 */
export function AssistantPanel({
  db,
  page,
  isDocked = false,
}: {
  readonly db: Database;
  readonly page: AssistantContract['ask']['input']['page'];
  readonly isDocked?: boolean;
}) {
  const { messages, asking, refusal, ask, stop, startAfresh } = useConversation(db, page);
  const { words } = useWords();
  const isEmpty = messages?.length === 0 && asking === undefined;
  const askNow = (question: string) => void ask(question);
  const suggestions = (
    <Suggestions db={db} customerId={page.customerId} isLine={!isEmpty} onAsk={askNow} />
  );
  return (
    <div className={styles.panel}>
      <Head isDocked={isDocked} onStartAfresh={isEmpty ? undefined : startAfresh} />
      {messages === undefined && <Loading />}
      {isEmpty && (
        <div className={styles.welcome}>
          <h2>{words.assistant.empty}</h2>
          <p>
            {words.assistant.emptyHint} {words.assistant.onDeviceHint}
          </p>
          {suggestions}
        </div>
      )}
      {messages !== undefined && !isEmpty && (
        <ConversationLog messages={messages} asking={asking} onAsk={askNow} />
      )}
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {messages !== undefined && !isEmpty && asking === undefined && suggestions}
      <Composer isAsking={asking !== undefined} onAsk={ask} onStop={stop} />
    </div>
  );
}

function Head({
  isDocked,
  onStartAfresh,
}: {
  readonly isDocked: boolean;
  readonly onStartAfresh: (() => void) | undefined;
}) {
  const { words } = useWords();
  const Title = isDocked ? 'h2' : 'h1';
  return (
    <div className={styles.head}>
      <Title>{words.assistant.title}</Title>
      <Chip tone="good" icon={ShieldCheck}>
        {words.assistant.onDevice}
      </Chip>
      <div className={styles.tools}>
        {onStartAfresh !== undefined && (
          <IconButton
            label={words.assistant.startAfresh}
            icon={MessageCirclePlus}
            onPress={onStartAfresh}
          />
        )}
        {!isDocked && (
          <ButtonLink href={pairsHref} look="quiet" icon={PencilLine}>
            {words.assistant.editPairs}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** Questions to tap: beside the first words, later in one line above the field. */
function Suggestions({
  db,
  customerId,
  isLine,
  onAsk,
}: {
  readonly db: Database;
  readonly customerId: string | undefined;
  readonly isLine: boolean;
  readonly onAsk: (question: string) => void;
}) {
  const { words, language } = useWords();
  const suggestions = useSuggestions(db, language, customerId);
  return (
    <ul className={isLine ? styles.chips : styles.choices} aria-label={words.assistant.chips}>
      {suggestions.map((question) => (
        <li key={question}>
          <Button onPress={() => onAsk(question)}>{question}</Button>
        </li>
      ))}
    </ul>
  );
}
