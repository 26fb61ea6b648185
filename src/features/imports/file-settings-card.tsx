import type { FileSettings } from '#contracts/import.ts';
import { type Choice, Select } from '#ui/controls/select.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { FileDraft } from './file-draft.ts';
import { HeaderSelect } from './header-select.tsx';
import { chooseKind, chooseSettings, useImportDraft } from './import-session.ts';
import styles from './imports.module.css';

const delimiterIds = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

const named = <Id extends string>(names: Readonly<Record<Id, string>>): readonly Choice<Id>[] =>
  (Object.keys(names) as Id[]).map((id) => ({ id, text: names[id] }));

/** How a file is read: what was found, and what a person may correct. */
export function FileSettingsCard({ file }: { readonly file: FileDraft }) {
  const { words, format } = useWords();
  const { imports } = words;
  const { id, reading, chosen, isReading } = file;
  const settings: Partial<FileSettings> = { ...reading?.settings, ...chosen };
  const choose = (part: Partial<FileSettings>) => void chooseSettings(id, part);
  const isText = reading === undefined || reading.form === 'csv' || reading.form === 'tsv';
  const size = file.blob.size;
  return (
    <Card title={file.name}>
      {size >= 1000 && <p className={styles.muted}>{format.bytes(size)}</p>}
      <div className={styles.settings}>
        <KindSelect file={file} />
        <SheetSelect file={file} />
        <HeaderSelect file={file} />
        {isText && <TextSelects settings={settings} isDisabled={isReading} onChange={choose} />}
        {reading?.form !== 'vcard' && (
          <Select
            label={imports.dates}
            choices={named(imports.dateNames)}
            value={settings.dates ?? 'auto'}
            onChange={(dates) => choose({ dates })}
            isDisabled={isReading}
          />
        )}
        {isText && (
          <DecimalSelect
            value={settings.decimal ?? 'auto'}
            isDisabled={isReading}
            onChange={(decimal) => choose({ decimal })}
          />
        )}
      </div>
    </Card>
  );
}

/** What the rows of a file are. A table that explains keys needs files that carry them. */
export function KindSelect({
  file: { id, kind, reading, isReading },
}: {
  readonly file: FileDraft;
}) {
  const { words } = useWords();
  const { imports } = words;
  const { files } = useImportDraft();
  const value = kind ?? reading?.kind;
  const offered = named(imports.kinds).filter(
    (choice) => choice.id !== 'lookup' || files.length > 1 || value === 'lookup',
  );
  return (
    <Select
      label={imports.holds}
      choices={offered}
      value={value}
      onChange={(chosen) => void chooseKind(id, chosen)}
      isDisabled={isReading}
      {...(value === undefined ? {} : { hint: imports.kindHints[value] })}
    />
  );
}

/** The sheets of a workbook, where it has several. */
function SheetSelect({ file: { id, reading, isReading } }: { readonly file: FileDraft }) {
  const { words } = useWords();
  const { imports } = words;
  const sheets = reading?.sheets ?? [];
  if (sheets.length < 2) return null;
  return (
    <Select
      label={imports.sheet}
      choices={sheets.map(({ name, hidden }) => ({
        id: name,
        text: hidden ? imports.hiddenSheet(name) : name,
      }))}
      value={reading?.settings.sheet}
      onChange={(sheet) => void chooseSettings(id, { sheet })}
      isDisabled={isReading}
    />
  );
}

function TextSelects({
  settings,
  onChange,
  isDisabled,
}: {
  readonly settings: Partial<FileSettings>;
  readonly onChange: (part: Partial<FileSettings>) => void;
  readonly isDisabled: boolean;
}) {
  const { words } = useWords();
  const names = named(words.imports.delimiterNames);
  return (
    <>
      <EncodingSelect
        value={settings.encoding}
        isDisabled={isDisabled}
        onChange={(encoding) => onChange({ encoding })}
      />
      <Select
        label={words.imports.delimiter}
        choices={names}
        value={names.find(({ id }) => delimiterIds[id] === settings.delimiter)?.id}
        onChange={(id) => onChange({ delimiter: delimiterIds[id] })}
        isDisabled={isDisabled}
      />
    </>
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
