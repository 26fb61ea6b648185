import type { AnswerBlock } from '#core/assistant/conversation.ts';
import { Button } from '#ui/controls/button.tsx';
import { type Column, Table } from '#ui/lists/table.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './assistant.module.css';

type TableBlock = Extract<AnswerBlock, { readonly kind: 'table' }>;
type Row = { readonly cells: TableBlock['rows'][number]; readonly customerId: string | undefined };

/** One piece of an answer: words, a table with links, a customer, or questions to go on with. */
export function AnswerBlockView({
  block,
  label,
  onAsk,
}: {
  readonly block: AnswerBlock;
  /** What the block belongs to, for those who listen: the answer's own sentence. */
  readonly label: string;
  /** Undefined while an answer is being looked up. */
  readonly onAsk: ((question: string) => void) | undefined;
}) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'table':
      return <AnswerTable block={block} label={label} />;
    case 'record':
      return (
        <a className={styles.record} href={hrefOf.customer(block.customerId)}>
          <strong>{block.title}</strong>
          {block.text !== '' && <span>{block.text}</span>}
        </a>
      );
    case 'choices':
      return (
        <div className={styles.choices}>
          {block.choices.map((choice) => (
            <Button key={choice} isDisabled={onAsk === undefined} onPress={() => onAsk?.(choice)}>
              {choice}
            </Button>
          ))}
        </div>
      );
  }
}

function AnswerTable({ block, label }: { readonly block: TableBlock; readonly label: string }) {
  const { words, format } = useWords();
  const rows: Row[] = block.rows.map((cells, at) => ({
    cells,
    customerId: block.customerIds?.[at],
  }));
  const shown = (cell: string | number | null | undefined) => {
    if (cell === null || cell === undefined) return words.assistant.noValue;
    return typeof cell === 'number' ? format.number(cell) : cell;
  };
  const all: Column<Row>[] = block.columns.map((name, at) => ({
    id: `${at}`,
    name,
    isNumber: block.rows.every((cells) => typeof cells[at] === 'number'),
    cell: ({ cells, customerId }) =>
      at === 0 && customerId !== undefined ? (
        <a className={styles.rowLink} href={hrefOf.customer(customerId)}>
          {shown(cells[at])}
        </a>
      ) : (
        shown(cells[at])
      ),
  }));
  // A column nobody has a value in says nothing and takes the room of those that do.
  const columns = all.filter((_, at) => block.rows.some((cells) => cells[at] !== null));
  return <Table label={label} columns={columns} rows={rows} rowKey={(_, index) => `${index}`} />;
}
