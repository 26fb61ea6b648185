import { TriangleAlert, Users } from 'lucide-react';
import {
  figuresOf,
  hasSignal,
  topTenth,
  type WarningKind,
  warnAbout,
} from '#core/predictions/judge-model.ts';
import type { Metrics, ModelVersion } from '#core/predictions/model-version.ts';
import type { Database } from '#db/database.ts';
import { sayVerdict } from '#i18n/say-verdict.ts';
import { sayWhom } from '#i18n/say-whom.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CalibrationBars } from './calibration-bars.tsx';
import { CallPlanner } from './call-planner.tsx';
import styles from './chart.module.css';
import { useColumnName } from './column-names.ts';
import { ColumnQuestions } from './column-questions.tsx';
import { GainsCard } from './gains-card.tsx';
import { GoesBy } from './goes-by.tsx';
import { OrderFacts } from './order-facts.tsx';
import { sayAnswer } from './say-answer.ts';
import { sayEffort } from './say-effort.ts';

function Versus({
  name,
  hits,
  look = '',
}: {
  readonly name: string;
  readonly hits: number;
  readonly look?: string | undefined;
}) {
  const own = useWords().words.predictions;
  return (
    <div className={styles.versus}>
      <span className={styles.muted}>{name}</span>
      <strong>{own.ofHundred(hits)}</strong>
      <span className={styles.track}>
        <span className={`${styles.fill} ${look}`} style={{ width: `${hits}%` }} />
      </span>
    </div>
  );
}

function Warnings({ kinds }: { readonly kinds: readonly WarningKind[] }) {
  const own = useWords().words.predictions;
  if (kinds.length === 0) return null;
  return (
    <>
      <h3>{own.warnings}</h3>
      <ul className={styles.list}>
        {kinds.map((kind) => (
          <li key={kind}>
            <TriangleAlert size={20} aria-hidden />
            {own.warn[kind]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of a hundred ranked highest, and of a hundred picked at random. */
function Headline({
  figures,
  field,
  value,
  isOfOrders,
}: {
  readonly figures: Metrics;
  readonly field: string;
  readonly value: string;
  readonly isOfOrders: boolean;
}) {
  const { predictions: own, orderQuestions } = useWords().words;
  const { top, random } = topTenth(figures);
  return (
    <>
      <p className={styles.headline}>
        {isOfOrders
          ? orderQuestions.headline(top, random, field)
          : own.headline(top, random, field, value)}
      </p>
      <div className={styles.figures}>
        <Versus name={own.ranked} hits={top} />
        <Versus name={own.atRandom} hits={random} look={styles.plain} />
      </div>
    </>
  );
}

/** What a model is worth, in the words of somebody who sells. Without a signal nothing is promised. */
export function ModelReport({
  db,
  model,
}: {
  readonly db: Database;
  readonly model: ModelVersion;
}) {
  const { words, format } = useWords();
  const own = words.predictions;
  const nameOf = useColumnName();
  const field = nameOf(model.target.field);
  const value = sayAnswer(model.target.positive, words);
  const whom = sayWhom(model, words, field);
  const figures = figuresOf(model);
  const isWorthIt = hasSignal(model);
  const isOfOrders = model.fromOrders !== undefined;
  const { quality } = model;
  const savedTime = sayEffort(model, words);
  return (
    <>
      <Card title={isOfOrders ? words.orderQuestions.report(field) : own.report(field, value)}>
        {isWorthIt && (
          <Headline figures={figures} field={field} value={value} isOfOrders={isOfOrders} />
        )}
        <h3>{own.verdict}</h3>
        <p>{sayVerdict(model, words, format, field).join(' ')}</p>
        <p className={styles.muted}>{own.checkedOn(figures.rows)}</p>
        {savedTime !== undefined && <p className={styles.muted}>{savedTime}</p>}
        {model.fromOrders !== undefined && <OrderFacts asked={model.fromOrders} />}
        <Warnings kinds={warnAbout(model)} />
        {isWorthIt && (
          <Row>
            <ButtonLink
              look="primary"
              icon={Users}
              href={hrefOf.customersWith({ sort: 'probability' })}
            >
              {own.seeLikely}
            </ButtonLink>
          </Row>
        )}
      </Card>
      <ColumnQuestions model={model} />
      {isWorthIt && (
        <>
          {quality !== undefined && (
            <>
              <CallPlanner db={db} model={model} seen={quality} whom={whom} />
              <GainsCard gains={quality.gains} whom={whom} />
            </>
          )}
          <GoesBy key={model.id} modelId={model.id} importance={model.importance ?? []} />
          <CalibrationBars bins={model.calibration} />
        </>
      )}
    </>
  );
}
