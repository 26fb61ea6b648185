import type { FileSettings } from '#contracts/import.ts';
import { type Choice, Select } from '#ui/controls/select.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { ImportDraft } from './import-draft.ts';
import { chooseKind, chooseSettings } from './import-session.ts';
import styles from './imports.module.css';

const delimiterIds = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

const named = <Id extends string>(names: Readonly<Record<Id, string>>): readonly Choice<Id>[] =>
  (Object.keys(names) as Id[]).map((id) => ({ id, text: names[id] }));

/** How a file is read: what was found, and what a person may correct. */
export function FileSettingsCard({ draft }: { readonly draft: ImportDraft }) {
  const { words, format } = useWords();
  const { imports } = words;
  const { file, reading, chosen, isReading } = draft;
  const settings: Partial<FileSettings> = { ...reading?.settings, ...chosen };
  const kind = draft.kind ?? reading?.kind;
  const size = file?.blob.size ?? 0;
  return (
    <Card title={file?.name ?? imports.howRead}>
      {size >= 1000 && <p className={styles.muted}>{format.bytes(size)}</p>}
      <div className={styles.settings}>
        <Select
          label={imports.holds}
          choices={named(imports.kinds)}
          value={kind}
          onChange={(id) => void chooseKind(id)}
          isDisabled={isReading}
          {...(kind === undefined ? {} : { hint: imports.kindHints[kind] })}
        />
        <EncodingSelect
          value={settings.encoding}
          isDisabled={isReading}
          onChange={(encoding) => void chooseSettings({ encoding })}
        />
        <Select
          label={imports.delimiter}
          choices={named(imports.delimiterNames)}
          value={
            named(imports.delimiterNames).find(({ id }) => delimiterIds[id] === settings.delimiter)
              ?.id
          }
          onChange={(id) => void chooseSettings({ delimiter: delimiterIds[id] })}
          isDisabled={isReading}
        />
        <Select
          label={imports.dates}
          choices={named(imports.dateNames)}
          value={settings.dates ?? 'auto'}
          onChange={(dates) => void chooseSettings({ dates })}
          isDisabled={isReading}
        />
        <DecimalSelect
          value={settings.decimal ?? 'auto'}
          isDisabled={isReading}
          onChange={(decimal) => void chooseSettings({ decimal })}
        />
      </div>
      <Switch
        isSelected={settings.hasHeader ?? true}
        onChange={(hasHeader) => void chooseSettings({ hasHeader })}
        isDisabled={isReading}
      >
        {imports.hasHeader}
      </Switch>
    </Card>
  );
}

function EncodingSelect({
  value,
  onChange,
  isDisabled,
}: {
  readonly value: string | undefined;
  readonly onChange: (encoding: string) => void;
  readonly isDisabled: boolean;
}) {
  const { words } = useWords();
  const offered: Choice<string>[] = [...named(words.imports.encodingNames)];
  // A mark in the file may have named a rarer one.
  if (value !== undefined && !offered.some(({ id }) => id === value))
    offered.push({ id: value, text: value });
  return (
    <Select
      label={words.imports.encoding}
      choices={offered}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
    />
  );
}

const decimalIds = { auto: 'auto', point: '.', comma: ',' } as const;

function DecimalSelect({
  value,
  onChange,
  isDisabled,
}: {
  readonly value: FileSettings['decimal'];
  readonly onChange: (decimal: FileSettings['decimal']) => void;
  readonly isDisabled: boolean;
}) {
  const { words } = useWords();
  const choices = named(words.imports.decimalNames);
  return (
    <Select
      label={words.imports.decimal}
      choices={choices}
      value={choices.find(({ id }) => decimalIds[id] === value)?.id}
      onChange={(id) => onChange(decimalIds[id])}
      isDisabled={isDisabled}
    />
  );
}
