import type { ReactNode } from 'react';
import type { Refusal } from '#core/result.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** A card with fields and a Save that can be pressed once something was changed and nothing is wrong. */
export function FormCard({
  title,
  children,
  canSave,
  onSave,
  refusal,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly canSave: boolean;
  readonly onSave: () => Promise<void>;
  readonly refusal: Refusal | undefined;
}) {
  const { words } = useWords();
  return (
    <Card title={title}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {children}
      <Row>
        <Button look="primary" isDisabled={!canSave} onPress={() => void onSave()}>
          {words.ui.save}
        </Button>
      </Row>
    </Card>
  );
}
