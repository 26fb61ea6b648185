import type { OrderQuestions } from '#contracts/learn.ts';
import { Select } from '#ui/controls/select.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { Asked, Chosen } from './asked-question.ts';
import styles from './chart.module.css';
import { dayChoices, listThings } from './order-choices.ts';
import { sayAnswer } from './say-answer.ts';

/** What is to be said beside the question: the answer of a column, or the thing and how soon. */
export function QuestionParts({
  asked,
  orders,
  days,
  onChange,
}: {
  readonly asked: Asked;
  readonly orders: OrderQuestions | undefined;
  readonly days: number;
  readonly onChange: (part: Partial<Chosen>) => void;
}) {
  const { words } = useWords();
  const { predictions, orderQuestions } = words;
  const { column, thing, target } = asked;
  if (column !== undefined && 'positive' in target)
    return (
      <Select
        label={predictions.answer}
        choices={column.values.map(({ value }) => ({ id: value, text: sayAnswer(value, words) }))}
        value={target.positive}
        onChange={(answer) => onChange({ answer })}
      />
    );
  if (thing === undefined || orders === undefined) return null;
  const say = ({ id, name }: { readonly id: string; readonly name: string }) =>
    id.startsWith('c:') ? orderQuestions.category(name) : name;
  return (
    <>
      <Select
        label={orderQuestions.thing}
        choices={listThings(orders).map((one) => ({ id: one.id, text: say(one) }))}
        value={thing}
        onChange={(chosen) => onChange({ thing: chosen })}
      />
      <Select
        label={orderQuestions.days}
        choices={dayChoices.map((id) => ({ id, text: orderQuestions.ofDays(Number(id)) }))}
        value={String(days)}
        onChange={(id) => onChange({ days: Number(id) })}
      />
    </>
  );
}

/** The question in one sentence, how much there is to learn from, and what keeps it from being learned. */
export function QuestionFacts({ asked, rows }: { readonly asked: Asked; readonly rows: number }) {
  const { words, format } = useWords();
  const { predictions: own, orderQuestions } = words;
  const { usable, target, column } = asked;
  const { trouble } = usable ?? {};
  const counted = () => {
    if (usable === undefined) return orderQuestions.countLater;
    const positives = format.number(usable.positives);
    return column === undefined
      ? orderQuestions.usable(usable.rows, positives)
      : own.usable(usable.rows, rows, positives);
  };
  return (
    <>
      <p className={styles.headline}>{asked.sentence}</p>
      {target.kind === 'lost' && <p>{orderQuestions.lostMeans}</p>}
      <p>{counted()}</p>
      {column === undefined && <p className={styles.muted}>{orderQuestions.fromOrders}</p>}
      {trouble !== undefined && (
        <Notice>
          {trouble.kind === 'few-rows'
            ? own.fewRows(trouble.count, trouble.needed)
            : own.fewPositives(trouble.count, trouble.needed)}
        </Notice>
      )}
    </>
  );
}
