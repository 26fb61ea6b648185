import { useState } from 'react';
import type { NearKey, SameName } from '#contracts/import.ts';
import { nearPair } from '#core/imports/near-pair.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { ChosenRules } from './import-draft.ts';
import { chooseRules } from './import-session.ts';
import styles from './imports.module.css';

/** Pairs asked about at first, and more at a press. */
const pairsAtOnce = 8;

/** Names that differ from known ones in spaces, case and signs: only a person can tell, pair by pair. */
export function NearQuestion({
  near,
  rules: { sameNames, samePairs = {} },
}: {
  readonly near: readonly NearKey[];
  readonly rules: ChosenRules;
}) {
  const { words } = useWords();
  const { imports } = words;
  const [shown, setShown] = useState(pairsAtOnce);
  if (near.length === 0) return null;
  const answers = [
    { id: 'link', text: imports.nearSame },
    { id: 'apart', text: imports.nearApart },
  ] as const;
  const isMixed = new Set(near.map((pair) => samePairs[nearPair(pair)] ?? sameNames)).size > 1;
  return (
    <Card title={imports.nearTitle}>
      {near.length > 1 && (
        <div className={styles.pair}>
          <p>{imports.nearAll(near.length)}</p>
          <ChoiceChips<SameName>
            label={imports.nearAll(near.length)}
            choices={answers}
            value={isMixed ? undefined : (samePairs[nearPair(near[0] as NearKey)] ?? sameNames)}
            onChange={(chosen) => chooseRules({ sameNames: chosen, samePairs: {} })}
          />
        </div>
      )}
      <Stack>
        {near.slice(0, shown).map((pair) => (
          <div key={nearPair(pair)} className={styles.pair}>
            <p>{imports.near(pair.count, pair.said, pair.known)}</p>
            <ChoiceChips<SameName>
              label={imports.near(pair.count, pair.said, pair.known)}
              choices={answers}
              value={samePairs[nearPair(pair)] ?? sameNames}
              onChange={(chosen) =>
                chooseRules({ samePairs: { ...samePairs, [nearPair(pair)]: chosen } })
              }
            />
          </div>
        ))}
      </Stack>
      {near.length > shown && (
        <Row>
          <Button onPress={() => setShown(shown + pairsAtOnce)}>
            {imports.nearMore(near.length - shown)}
          </Button>
        </Row>
      )}
      <p className={styles.muted}>{imports.nearHint}</p>
    </Card>
  );
}
