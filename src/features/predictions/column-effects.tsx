import type { ColumnEffect, EffectPoint } from '#core/predictions/effects/column-effect.ts';
import { explainColumns } from '#jobs/learn-jobs.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Table } from '#ui/lists/table.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './column-effects.module.css';
import { useColumnName } from './column-names.ts';
import { EffectCurve } from './effect-curve.tsx';
import { chanceOf, leastEffect, sayEffect, sayEffectValue } from './say-effect.ts';

/** What each value of the columns a model goes by does to its scores. */
export function ColumnEffects({
  modelId,
  columns,
}: {
  readonly modelId: string;
  readonly columns: readonly string[];
}) {
  const { words } = useWords();
  const { answer, refusal } = useAsked(
    (signal) => explainColumns({ modelId, columns }, signal),
    modelId,
  );
  if (refusal !== undefined) return <ErrorNotice refusal={refusal} />;
  if (answer === undefined) return <Loading />;
  return (
    <>
      <p className={styles.word}>{words.effects.note(answer.customers)}</p>
      <div className={styles.effects} data-effects>
        {answer.effects.map((effect) => (
          <Effect key={effect.column} effect={effect} usual={answer.usual} />
        ))}
      </div>
    </>
  );
}

function Effect({ effect, usual }: { readonly effect: ColumnEffect; readonly usual: number }) {
  const { words, format } = useWords();
  const nameOf = useColumnName();
  const { column, kind, points } = effect;
  const name = nameOf(column);
  const isFlat = points.every((point) => Math.abs(point.effect) < leastEffect);
  return (
    <section className={styles.effect} aria-label={name}>
      <h3>{name}</h3>
      {isFlat && <p className={styles.word}>{words.effects.flat}</p>}
      {!isFlat && kind === 'curve' && <EffectCurve name={name} points={points} usual={usual} />}
      {!isFlat && kind === 'levels' && <Levels points={points} usual={usual} />}
      <Details title={words.predictions.asTable}>
        <Table
          label={name}
          columns={[
            {
              id: 'value',
              name: words.effects.value,
              cell: (point) => sayEffectValue(point, kind, words, format),
            },
            {
              id: 'chance',
              name: words.effects.chance,
              cell: (point) => sayChance(point, usual, format.share),
              isNumber: true,
            },
            {
              id: 'compared',
              name: words.effects.compared,
              cell: (point) => sayEffect(point.effect, words),
            },
          ]}
          rows={points}
          rowKey={(point) => String(point.value)}
        />
      </Details>
    </section>
  );
}

/** In whole points: the usual customer is nobody, so that more digits would promise too much. */
const sayChance = (
  { effect }: EffectPoint,
  usual: number,
  share: (value: number) => string,
): string => share(Math.round(100 * chanceOf(effect, usual)) / 100);

/** Choices as bars to both sides of the usual. */
function Levels({
  points,
  usual,
}: {
  readonly points: readonly EffectPoint[];
  readonly usual: number;
}) {
  const { words, format } = useWords();
  const furthest = Math.max(...points.map(({ effect }) => Math.abs(effect)));
  return (
    <ul className={styles.levels}>
      {points.map((point) => {
        const size = (50 * Math.abs(point.effect)) / furthest;
        const isLess = point.effect < 0;
        return (
          <li key={String(point.value)}>
            <span>{sayEffectValue(point, 'levels', words, format)}</span>
            <small>
              {sayChance(point, usual, format.share)} · {sayEffect(point.effect, words)}
            </small>
            <span className={styles.sides} aria-hidden>
              <span
                className={styles.side}
                data-less={isLess || undefined}
                style={{ width: `${size}%`, insetInlineStart: `${isLess ? 50 - size : 50}%` }}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
