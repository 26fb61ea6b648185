import { Tags } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { mostAtOnce } from '#core/customers/bulk-change.ts';
import type { Result } from '#core/result.ts';
import { changeMany } from '#jobs/directory-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { useWords } from '#ui/words/words-context.tsx';

type Tagged = Result<{ readonly changed: number; readonly same: number }>;

/** Gives all customers of a segment a tag, in one change that undo takes back. */
export function TagAll({ ords }: { readonly ords: Uint32Array }) {
  const { words } = useWords();
  const own = words.segments;
  const [tag, setTag] = useState('');
  const [fraction, setFraction] = useState<number>();
  const [tagged, setTagged] = useState<Tagged>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const value = tag.replace(/\s+/gu, ' ').trim();
  const isTooMany = ords.length > mostAtOnce;
  const isReady = value !== '' && !isTooMany && fraction === undefined && tagged?.ok !== true;
  const run = async () => {
    if (!isReady) return;
    running.current = new AbortController();
    setFraction(0);
    const done = await changeMany(
      ords,
      { kind: 'add-tag', value },
      {
        signal: running.current.signal,
        onProgress: (now) => setFraction(now.done / now.total),
      },
    );
    setFraction(undefined);
    setTagged(done);
  };
  return (
    <>
      {isTooMany && <Notice>{words.customers.tooManyAtOnce(mostAtOnce)}</Notice>}
      {tagged?.ok === false && <ErrorNotice refusal={tagged.refusal} />}
      <TextField
        label={words.customers.tag}
        value={tag}
        onChange={setTag}
        onSubmit={() => void run()}
      />
      <Button look="primary" icon={Tags} isDisabled={!isReady} onPress={() => void run()}>
        {own.tagNow(ords.length)}
      </Button>
      {fraction !== undefined && (
        <ProgressBar
          label={words.customers.changing}
          fraction={fraction < 1 ? fraction : undefined}
        />
      )}
      {tagged?.ok === true && <Notice>{words.customers.changedMany(tagged.value.changed)}</Notice>}
    </>
  );
}
