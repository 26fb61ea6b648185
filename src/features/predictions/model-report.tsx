import { TriangleAlert, Users } from 'lucide-react';
import { figuresOf, topTenth, warnAbout } from '#core/predictions/judge-model.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { sayVerdict } from '#i18n/say-verdict.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CalibrationBars } from './calibration-bars.tsx';
import styles from './chart.module.css';
import { useColumnName } from './column-names.ts';
import { ColumnQuestions } from './column-questions.tsx';
import { GoesBy } from './goes-by.tsx';
import { sayAnswer } from './say-answer.ts';

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

/** What a model is worth, in the words of somebody who sells. */
export function ModelReport({ model }: { readonly model: ModelVersion }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const nameOf = useColumnName();
  const { positive } = model.target;
  const field = nameOf(model.target.field);
  const answer = sayAnswer(positive, words);
  const figures = figuresOf(model);
  const { top, random } = topTenth(figures);
  const warnings = warnAbout(model);
  return (
    <>
      <Card title={own.report(field, answer)}>
        <p className={styles.headline}>{own.headline(top, random, field, answer)}</p>
        <div className={styles.figures}>
          <Versus name={own.ranked} hits={top} />
          <Versus name={own.atRandom} hits={random} look={styles.plain} />
        </div>
        <p className={styles.muted}>{own.checkedOn(figures.rows)}</p>
        <h3>{own.verdict}</h3>
        <p>{sayVerdict(model, words, format, field).join(' ')}</p>
        {warnings.length > 0 && (
          <>
            <h3>{own.warnings}</h3>
            <ul className={styles.list}>
              {warnings.map((kind) => (
                <li key={kind}>
                  <TriangleAlert size={20} aria-hidden />
                  {own.warn[kind]}
                </li>
              ))}
            </ul>
          </>
        )}
        <Row>
          <ButtonLink
            look="primary"
            icon={Users}
            href={hrefOf.customersWith({ sort: 'probability' })}
          >
            {own.seeLikely}
          </ButtonLink>
        </Row>
      </Card>
      <ColumnQuestions model={model} />
      <GoesBy importance={model.importance ?? []} />
      <CalibrationBars bins={model.calibration} />
    </>
  );
}
