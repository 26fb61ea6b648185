import { Play, Trash2 } from 'lucide-react';
import type { Database } from '#db/database.ts';
import { dropTraining, readUnfinishedTraining } from '#db/training-checkpoint.ts';
import { watch } from '#db/watch.ts';
import { startTraining } from '#jobs/learn-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** A training that went away with its tab: go on from what it had finished, or forget it. */
export function UnfinishedTraining({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const own = words.predictions.unfinished;
  const left = useWatch(() => watch(() => readUnfinishedTraining(db)), [db]);
  if (left === undefined) return null;
  const { input, fraction } = left;
  const { subject = 'field' in input.target ? input.target.field : '' } = input;
  return (
    <Card title={own.title(subject)}>
      <p>{own.done(format.share(Math.round(fraction * 100) / 100))}</p>
      <Row>
        <Button
          look="primary"
          icon={Play}
          onPress={() => void startTraining({ ...input, now: Date.now() }, subject)}
        >
          {own.goOn}
        </Button>
        <Button icon={Trash2} onPress={() => void dropTraining(db)}>
          {own.drop}
        </Button>
      </Row>
    </Card>
  );
}
