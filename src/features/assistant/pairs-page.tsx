import { ArrowLeft, FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { type DialoguePair, type Language, languages } from '#core/assistant/conversation.ts';
import type { Database } from '#db/database.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './assistant.module.css';
import { filterPairs } from './filter-pairs.ts';
import { PairForm } from './pair-form.tsx';
import { PairImport } from './pair-import.tsx';
import { PairRow } from './pair-row.tsx';
import { usePairs } from './use-pairs.ts';

type Open = { readonly what: 'form'; readonly pair?: DialoguePair } | { readonly what: 'import' };

/** The prepared answers: found, added, edited, switched off, deleted, taken in from a list. */
export function PairsPage({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const own = words.assistant.pairs;
  const [open, setOpen] = useState<Open>();
  const { pairs, refusal, remove, use } = usePairs(db);
  const close = () => setOpen(undefined);
  return (
    <Page
      title={own.title}
      lead={own.lead}
      actions={
        <>
          <ButtonLink href={hrefOf.assistant} look="quiet" icon={ArrowLeft}>
            {own.back}
          </ButtonLink>
          <Button icon={FileUp} onPress={() => setOpen({ what: 'import' })}>
            {own.import}
          </Button>
          <Button look="primary" icon={Plus} onPress={() => setOpen({ what: 'form' })}>
            {own.add}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {pairs === undefined && refusal === undefined && <Loading />}
      {pairs?.length === 0 && <EmptyState title={own.empty}>{own.emptyHint}</EmptyState>}
      {pairs !== undefined && pairs.length > 0 && (
        <PairList
          pairs={pairs}
          onEdit={(pair) => setOpen({ what: 'form', pair })}
          onRemove={(pair) => void remove(pair)}
          onUse={(pair, enabled) => void use(pair, enabled)}
        />
      )}
      {open?.what === 'form' && <PairForm pair={open.pair} onClose={close} />}
      {open?.what === 'import' && <PairImport onClose={close} />}
    </Page>
  );
}

/** How many pairs are added to the list at a time. */
const step = 40;

function PairList({
  pairs,
  onEdit,
  onRemove,
  onUse,
}: {
  readonly pairs: readonly DialoguePair[];
  readonly onEdit: (pair: DialoguePair) => void;
  readonly onRemove: (pair: DialoguePair) => void;
  readonly onUse: (pair: DialoguePair, enabled: boolean) => void;
}) {
  const { words } = useWords();
  const own = words.assistant.pairs;
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<Language | 'all'>('all');
  const [most, setMost] = useState(step);
  const found = filterPairs(pairs, text, language);
  const choices = (['all', ...languages] as const).map((id) => ({
    id,
    text: id === 'all' ? own.all : own.languages[id],
  }));
  return (
    <>
      <div className={styles.filters}>
        <TextField label={own.search} type="search" value={text} onChange={setText} />
        <Select label={own.language} choices={choices} value={language} onChange={setLanguage} />
      </div>
      <p role="status">{own.count(found.length, pairs.length)}</p>
      {found.length === 0 && <EmptyState title={own.noneFound}>{own.noneFoundHint}</EmptyState>}
      <ul aria-label={own.list}>
        {found.slice(0, most).map((pair) => (
          <PairRow
            key={pair.id}
            pair={pair}
            onEdit={() => onEdit(pair)}
            onRemove={() => onRemove(pair)}
            onUse={(enabled) => onUse(pair, enabled)}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button onPress={() => setMost(most + step)}>
          {own.more(Math.min(step, found.length - most))}
        </Button>
      )}
    </>
  );
}
