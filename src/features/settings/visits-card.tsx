import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { type CustomerClass, customerClasses } from '#core/customers/customer.ts';
import { homeCountries } from '#core/home-countries.ts';
import { parsePosition, writePosition } from '#core/position.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { locate } from '#ui/live/locate.ts';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { FormCard } from './form-card.tsx';
import styles from './settings.module.css';
import { type SettingsForm, useSettingsForm } from './use-settings-form.ts';

/** How often each class is visited, where the day begins, and whose phone numbers those are. */
export function VisitsCard({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const { settings } = words;
  const form = useSettingsForm(db);
  const { shown, change, isChanged, save, refusal } = form;
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [home, setHome] = useState<string>();
  const isHomeWrong = home !== undefined && home.trim() !== '' && parsePosition(home) === undefined;
  const countries = new Intl.DisplayNames(format.locale, { type: 'region' });
  const setDays = (one: CustomerClass, days: number | undefined) => {
    const isDays = days !== undefined && Number.isInteger(days) && days > 0;
    const others = wrong.filter((other) => other !== one);
    setWrong(isDays ? others : [...others, one]);
    if (isDays && shown !== undefined)
      change({ visitRhythm: { ...shown.visitRhythm, [one]: days } });
  };
  return (
    <FormCard
      title={settings.visits}
      canSave={isChanged && wrong.length === 0 && !isHomeWrong}
      onSave={async () => {
        await save();
        setHome(undefined);
      }}
      refusal={refusal}
    >
      <p className={styles.small}>{settings.rhythmHint}</p>
      <div className={styles.rhythm}>
        {customerClasses.map((one) => (
          <NumberField
            key={one}
            label={settings.rhythm(one)}
            value={wrong.includes(one) ? undefined : shown?.visitRhythm[one]}
            onChange={(days) => setDays(one, days)}
            error={wrong.includes(one) ? settings.daysWrong : undefined}
          />
        ))}
      </div>
      <Home form={form} typed={home} onType={setHome} isWrong={isHomeWrong} />
      <Select
        label={settings.homeCountry}
        hint={settings.homeCountryHint}
        value={shown?.homeCountry ?? ''}
        onChange={(homeCountry) => change({ homeCountry })}
        choices={[
          { id: '', text: words.ui.none },
          ...homeCountries.map((id) => ({ id, text: `${countries.of(id)} (${id})` })),
        ]}
      />
    </FormCard>
  );
}

function Home({
  form: { shown, change },
  typed,
  onType,
  isWrong,
}: {
  readonly form: SettingsForm;
  /** As it is typed; undefined while what is stored stands there. */
  readonly typed: string | undefined;
  readonly onType: (text: string) => void;
  readonly isWrong: boolean;
}) {
  const { words } = useWords();
  const { settings } = words;
  const [refusal, setRefusal] = useState<Refusal>();
  const type = (text: string) => {
    onType(text);
    const position = parsePosition(text);
    if (position !== undefined || text.trim() === '') change({ homePosition: position });
  };
  const takeHere = async () => {
    const here = await locate();
    setRefusal(here.ok ? undefined : here.refusal);
    if (here.ok) type(writePosition(here.value));
  };
  const stored = shown?.homePosition;
  return (
    <>
      <TextField
        label={settings.home}
        hint={settings.homeHint}
        placeholder="51.5074, -0.1278"
        autoComplete="off"
        value={typed ?? (stored === undefined ? '' : writePosition(stored))}
        onChange={type}
        error={isWrong ? settings.homeWrong : undefined}
      />
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Row>
        <Button icon={LocateFixed} onPress={() => void takeHere()}>
          {settings.homeHere}
        </Button>
      </Row>
    </>
  );
}
