import { Select } from '#ui/controls/select.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { ImportDraft } from './import-draft.ts';
import { chooseRules } from './import-session.ts';
import styles from './imports.module.css';

const rules = ['update', 'skip', 'add'] as const;
const ways = ['key', 'all'] as const;

/** What becomes of a row that is there already, and how it is found. Orders keep their own rule. */
export function CheckRules({ draft }: { readonly draft: ImportDraft }) {
  const { words } = useWords();
  const { imports } = words;
  const kinds = draft.files.map(({ reading }) => reading?.kind);
  if (kinds.every((kind) => kind === 'orders' || kind === 'lookup')) return null;
  const { duplicates = 'update', matchBy = 'key' } = draft.rules;
  return (
    <Card title={imports.rulesTitle}>
      <div className={styles.settings}>
        <Select
          label={imports.duplicates}
          choices={rules.map((id) => ({ id, text: imports.duplicateRules[id] }))}
          value={duplicates}
          onChange={(id) => chooseRules({ duplicates: id })}
          hint={imports.duplicateHints[duplicates]}
        />
        {kinds.includes('customers') && duplicates !== 'add' && (
          <Select
            label={imports.matchBy}
            choices={ways.map((id) => ({ id, text: imports.matchWays[id] }))}
            value={matchBy}
            onChange={(id) => chooseRules({ matchBy: id })}
            hint={imports.matchHints[matchBy]}
          />
        )}
      </div>
    </Card>
  );
}
