import { Check, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { hasSignal, topTenth } from '#core/predictions/judge-model.ts';
import type { Comparison, Metrics, ModelVersion } from '#core/predictions/model-version.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { keepOld, putInUse } from './choose-model.ts';
import { ColumnQuestions } from './column-questions.tsx';

function Figures({ against }: { readonly against: Comparison }) {
  const { words, format } = useWords();
  const own = words.modelCare;
  const rows: readonly { readonly name: string; readonly of: (figures: Metrics) => string }[] = [
    { name: own.topHundred, of: (figures) => format.number(topTenth(figures).top) },
    { name: words.predictions.auc, of: ({ auc }) => format.decimals(auc) },
    { name: words.predictions.logLoss, of: ({ logLoss }) => format.decimals(logLoss) },
    { name: own.rows, of: ({ rows: count }) => format.number(count) },
  ];
  return (
    <Table
      label={own.figureByFigure}
      columns={[
        { id: 'figure', name: words.predictions.figure, cell: ({ name }) => name },
        { id: 'ours', name: own.newOne, isNumber: true, cell: ({ of }) => of(against.ours) },
        { id: 'theirs', name: own.oldOne, isNumber: true, cell: ({ of }) => of(against.theirs) },
      ]}
      rows={rows}
      rowKey={({ name }) => name}
    />
  );
}

/** A newly trained model beside the one in use: how they compare, and the choice. */
export function CandidateCard({
  db,
  candidate,
  against,
}: {
  readonly db: Database;
  readonly candidate: ModelVersion;
  readonly against: Comparison;
}) {
  const { words } = useWords();
  const own = words.modelCare;
  const [refusal, setRefusal] = useState<Refusal>();
  const isWorthIt = hasSignal(candidate);
  const isAdvised = isWorthIt && against.verdict !== 'worse';
  const choose = async (write: typeof putInUse, done: string) => {
    const written: Result<unknown> = await write(db, candidate, Date.now());
    setRefusal(written.ok ? undefined : written.refusal);
    if (written.ok) announce(done);
  };
  return (
    <>
      <Card title={own.candidate}>
        <p className={styles.headline}>
          {isWorthIt ? own.compared[against.verdict] : own.noSignal}
        </p>
        <Figures against={against} />
        <p className={styles.muted}>{own.comparedBy[against.by]}</p>
        {refusal !== undefined && <ErrorNotice refusal={refusal} />}
        <Row>
          <Button
            {...(isAdvised && { look: 'primary' })}
            icon={Check}
            onPress={() => void choose(putInUse, words.predictions.used)}
          >
            {words.predictions.use}
          </Button>
          <Button
            {...(!isAdvised && { look: 'primary' })}
            icon={RotateCcw}
            onPress={() => void choose(keepOld, own.kept)}
          >
            {own.keep}
          </Button>
        </Row>
        <p className={styles.muted}>{own.stays}</p>
      </Card>
      <ColumnQuestions model={candidate} />
    </>
  );
}
