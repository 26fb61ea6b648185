import { useState } from 'react';
import { figuresOf } from '#core/predictions/judge-model.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { putInUse } from './choose-model.ts';
import { useColumnName } from './column-names.ts';
import { sayAnswer } from './say-answer.ts';
import { TakeModelOut } from './take-model-out.tsx';

/** The models kept, the newest first, and which one is in use. Their scores are kept with them. */
export function ModelVersions({
  db,
  models,
  active,
}: {
  readonly db: Database;
  readonly models: readonly ModelVersion[];
  readonly active: string | undefined;
}) {
  const { words, format } = useWords();
  const own = words.predictions;
  const nameOf = useColumnName();
  const [refusal, setRefusal] = useState<Refusal>();
  const use = async (model: ModelVersion) => {
    const done = await putInUse(db, model, Date.now());
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) announce(own.used);
  };
  return (
    <Card title={own.versions}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Table
        label={own.versionsTable}
        columns={[
          { id: 'at', name: own.trainedOn, cell: ({ createdAt }) => format.instant(createdAt) },
          {
            id: 'target',
            name: own.ask,
            cell: ({ target }) =>
              own.versionOf(nameOf(target.field), sayAnswer(target.positive, words)),
          },
          { id: 'kind', name: own.mode, cell: ({ kind }) => own.kinds[kind] },
          {
            id: 'auc',
            name: own.auc,
            cell: (model) => format.decimals(figuresOf(model).auc),
            isNumber: true,
          },
          {
            id: 'use',
            name: own.inUse,
            cell: (model) =>
              model.id === active ? (
                <Chip tone="good">{own.inUse}</Chip>
              ) : (
                <Button onPress={() => void use(model)}>{own.use}</Button>
              ),
          },
          {
            id: 'export',
            name: words.modelFile.export,
            cell: ({ id }) => <TakeModelOut modelId={id} />,
          },
        ]}
        rows={models}
        rowKey={({ id }) => id}
      />
    </Card>
  );
}
