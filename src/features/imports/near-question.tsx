import type { NearKey } from '#contracts/import.ts';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { ChosenRules } from './import-draft.ts';
import { chooseRules } from './import-session.ts';
import styles from './imports.module.css';

/** Names asked about one by one; of more only the number is said. */
const mostNamed = 8;

/** Names that differ from known ones in spaces, case and signs: only a person can tell. */
export function NearQuestion({
  near,
  rules,
}: {
  readonly near: readonly NearKey[];
  readonly rules: ChosenRules;
}) {
  const { words } = useWords();
  const { imports } = words;
  if (near.length === 0) return null;
  return (
    <Card title={imports.nearTitle}>
      <ul className={styles.points}>
        {near.slice(0, mostNamed).map(({ entity, said, known, count }) => (
          <li key={`${entity}-${said}`}>{imports.near(count, said, known)}</li>
        ))}
        {near.length > mostNamed && <li>{imports.nearMore(near.length - mostNamed)}</li>}
      </ul>
      <ChoiceChips
        label={imports.nearTitle}
        choices={[
          { id: 'link', text: imports.nearSame },
          { id: 'apart', text: imports.nearApart },
        ]}
        value={rules.sameNames}
        onChange={(sameNames) => chooseRules({ sameNames })}
      />
      <p className={styles.muted}>{imports.nearHint}</p>
    </Card>
  );
}
