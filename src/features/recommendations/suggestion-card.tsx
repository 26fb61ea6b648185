import type { Database } from '#db/database.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { nameColumn } from '#ui/records/name-column.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { Lists, SuggestionList } from './read-lists.ts';
import styles from './recommendations.module.css';
import { SuggestionRow } from './suggestion-row.tsx';
import { useRanking } from './use-ranking.ts';

/** One list: at most twenty customers, and what became of those before. */
export function SuggestionCard({
  db,
  list,
  known,
}: {
  readonly db: Database;
  readonly list: SuggestionList;
  readonly known: Lists;
}) {
  const { words, format } = useWords();
  const own = words.recommendations;
  const { kind, model } = list;
  const { shown, refusal } = useRanking(list, known.seq);
  const question = nameColumn(model.target.field, known.fields, words);
  const { positives, rows } = model.heldOut.baseRate;
  const baseRate = rows === 0 ? 0.5 : positives / rows;
  const likely =
    model.fromOrders === undefined
      ? own.likelyOf(question, words.ui.say(model.target.positive))
      : own.likely;
  const hint = kind === 'at-risk' ? own.atRiskHint : own.likelyHint(question);
  return (
    <Card title={kind === 'at-risk' ? own.atRisk : likely}>
      <p className={styles.muted}>
        {hint} {own.model(format.date(model.createdAt))}
        {shown !== undefined &&
          shown.accepted + shown.dismissed > 0 &&
          ` ${own.counted(shown.accepted, shown.dismissed)}`}
      </p>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {shown === undefined && refusal === undefined && <Loading />}
      {shown?.rows.length === 0 && <p>{own.empty}</p>}
      <ol className={styles.list}>
        {(shown?.rows ?? []).map(({ ranked, customer }) => (
          <SuggestionRow
            key={`${model.id} ${customer.id}`}
            db={db}
            list={list}
            customer={customer}
            ranked={ranked}
            baseRate={baseRate}
            known={known}
          />
        ))}
      </ol>
    </Card>
  );
}
