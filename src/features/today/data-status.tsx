import { useEffect, useState } from 'react';
import { ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { TodayFacts } from './use-today.ts';

const usePersisted = (): boolean | undefined => {
  const [isPersisted, setPersisted] = useState<boolean>();
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted);
  }, []);
  return isPersisted;
};

/** How fresh the data is: model, segments, last import, and whether the browser keeps it. */
export function DataStatus({ facts }: { readonly facts: TodayFacts }) {
  const { words, format } = useWords();
  const { today } = words;
  const { model, run, lastImport } = facts;
  const isPersisted = usePersisted();
  const stored = isPersisted === undefined ? words.ui.unknown : isPersisted;
  return (
    <Card title={today.status}>
      <Facts
        facts={[
          {
            name: today.model,
            value:
              model === undefined ? today.never : today.trainedOn(format.date(model.createdAt)),
          },
          {
            name: today.segments,
            value:
              run === undefined ? today.never : today.segmentsOf(run.k, format.date(run.createdAt)),
          },
          {
            name: today.lastImport,
            value:
              lastImport === undefined
                ? today.never
                : `${lastImport.as === 'demo' ? words.shell.jobs.demo() : lastImport.fileName}, ${format.date(lastImport.createdAt)}`,
          },
          {
            name: today.stored,
            value: stored === true ? today.storedYes : stored === false ? today.storedNo : stored,
          },
        ]}
      />
      <Row>
        <ButtonLink href={hrefOf.import}>{today.importFile}</ButtonLink>
        <ButtonLink href={hrefOf.segments}>{today.findSegments}</ButtonLink>
      </Row>
    </Card>
  );
}
