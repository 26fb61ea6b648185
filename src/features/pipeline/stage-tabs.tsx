import { useRef } from 'react';
import { useDrop } from 'react-aria-components/useDrop';
import { type DealStage, dealStages } from '#core/sales/deal.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';
import { dealKind, readDrop } from './read-drop.ts';
import type { Columns } from './use-board.ts';

type Props = {
  readonly columns: Columns;
  readonly current: DealStage;
  readonly onChange: (stage: DealStage) => void;
  readonly onDrop: (id: string, stage: DealStage) => void;
};

/** One stage at a time, with how many stand in each; a card can be dropped on another stage. */
export function StageTabs(props: Props) {
  const { words } = useWords();
  return (
    <fieldset className={styles.tabs} aria-label={words.pipeline.stageList}>
      {dealStages.map((stage) => (
        <StageTab key={stage} stage={stage} {...props} />
      ))}
    </fieldset>
  );
}

function StageTab({
  stage,
  columns,
  current,
  onChange,
  onDrop,
}: Props & { readonly stage: DealStage }) {
  const { words, format } = useWords();
  const ref = useRef<HTMLButtonElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(dealKind) ? 'move' : 'cancel'),
    onDrop: async ({ items }) => {
      const id = await readDrop(items);
      if (id !== undefined) onDrop(id, stage);
    },
  });
  return (
    <button
      {...dropProps}
      ref={ref}
      type="button"
      className={styles.tab}
      aria-pressed={stage === current}
      onClick={() => onChange(stage)}
      {...(isDropTarget ? { 'data-target': '' } : {})}
    >
      <span>{words.pipeline.stages[stage]}</span>
      <span>{format.number(columns[stage].length)}</span>
    </button>
  );
}
