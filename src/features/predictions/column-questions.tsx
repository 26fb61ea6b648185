import { CircleQuestionMark } from 'lucide-react';
import type { ColumnQuestion, ModelVersion } from '#core/predictions/model-version.ts';
import { startTraining } from '#jobs/learn-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { useColumnName } from './column-names.ts';
import { trainWithout } from './train-again.ts';

function Question({
  model,
  question: { column, test, share, severity },
}: {
  readonly model: ModelVersion;
  readonly question: ColumnQuestion;
}) {
  const { words, format } = useWords();
  const own = words.predictions;
  const nameOf = useColumnName();
  const suspicion = own.suspicion[test];
  const why = typeof suspicion === 'string' ? suspicion : suspicion(format.share(share));
  if (severity === 'block')
    return (
      <Notice>
        <strong>{nameOf(column)}</strong>
        {why}
      </Notice>
    );
  return (
    <Notice>
      <strong>{own.beforehand(nameOf(column))}</strong>
      {`${why} ${own.ifYouDo}`}
      <Row>
        <Button
          icon={CircleQuestionMark}
          onPress={() =>
            void startTraining(trainWithout(model, column, Date.now()), nameOf(model.target.field))
          }
        >
          {own.iDoNot}
        </Button>
      </Row>
    </Notice>
  );
}

/** Columns that may know the answer beforehand: the one question that saves a model from fooling. */
export function ColumnQuestions({ model }: { readonly model: ModelVersion }) {
  const dropped = new Set(
    model.recipe.left.map(({ column, why }) => (why === 'dropped' ? column : '')),
  );
  return (model.questions ?? [])
    .filter(({ column }) => !dropped.has(column))
    .map((question) => <Question key={question.column} model={model} question={question} />);
}
