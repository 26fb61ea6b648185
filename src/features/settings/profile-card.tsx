import type { Settings } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { TextField } from '#ui/controls/text-field.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { FormCard } from './form-card.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const keys = [
  'repName',
  'repPhone',
  'repEmail',
  'companyName',
  'companyAddress',
  'taxNumber',
] as const satisfies readonly (keyof Settings)[];

/** Who the rep is and for whom: the head of every order and quote on paper. */
export function ProfileCard({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { settings } = words;
  const { shown, change, isChanged, save, refusal } = useSettingsForm(db);
  return (
    <FormCard title={settings.profile} canSave={isChanged} onSave={save} refusal={refusal}>
      {keys.map((key) => (
        <TextField
          key={key}
          label={settings.profileFields[key]}
          value={shown?.[key] ?? ''}
          onChange={(value) => change({ [key]: value })}
          autoComplete="off"
          {...(key === 'companyAddress' ? { lines: 3 } : { onSubmit: () => void save() })}
          {...(key === 'companyName' ? { hint: settings.companyHint } : {})}
        />
      ))}
    </FormCard>
  );
}
