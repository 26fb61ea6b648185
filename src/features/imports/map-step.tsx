import type { ColumnMapping } from '#contracts/import.ts';
import { fieldTypes } from '#core/customers/field-definition.ts';
import { neededPurchaseFields } from '#core/imports/map-headers.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { FileBar } from './file-bar.tsx';
import type { ColumnPart, FileDraft } from './file-draft.ts';
import { KindSelect } from './file-settings-card.tsx';
import {
  fieldsOf,
  findMappingTrouble,
  findTroubledFile,
  type MappingTrouble,
  neededFields,
} from './find-mapping-trouble.ts';
import { type ImportDraft, shownFile } from './import-draft.ts';
import { goToStep, mapColumn, showFile, takeProposal } from './import-session.ts';
import styles from './imports.module.css';
import { shorten } from './shorten.ts';
import { StepActions } from './step-actions.tsx';

type Reading = NonNullable<FileDraft['reading']>;

/** Step 2: every column of each file, three samples of it, and where it goes. */
export function MapStep({ draft }: { readonly draft: ImportDraft }) {
  const { words } = useWords();
  const file = shownFile(draft);
  if (file?.reading === undefined) return <Loading />;
  const { id, reading, columns } = file;
  const trouble = findMappingTrouble(reading.kind, columns);
  const troubled = findTroubledFile(draft.files);
  const isBusy = draft.files.some((each) => each.isReading || each.refusal !== undefined);
  return (
    <Stack>
      <FileBar draft={draft} />
      {draft.files.length > 1 && (
        <div className={styles.settings}>
          <KindSelect file={file} />
        </div>
      )}
      <p>{words.imports.mapLead(columns.length)}</p>
      {file.refusal !== undefined && <ErrorNotice refusal={file.refusal} />}
      <KeptNotice file={file} />
      {trouble !== undefined && <Trouble trouble={trouble} />}
      {trouble === undefined && troubled !== undefined && (
        <Notice
          actions={<Button onPress={() => showFile(troubled.id)}>{words.imports.show}</Button>}
        >
          {words.imports.otherTrouble(troubled.name)}
        </Notice>
      )}
      <div className={styles.heads} aria-hidden>
        <span>{words.imports.column}</span>
        <span>{words.imports.goesTo}</span>
        <span>{words.imports.type}</span>
      </div>
      <ul className={styles.columns}>
        {columns.map((column, at) => (
          <ColumnCard
            key={column.header}
            column={column}
            kind={reading.kind}
            needed={neededFields(reading.kind, columns)}
            samples={reading.columns[at]?.samples ?? []}
            onChange={(part) => mapColumn(id, at, part)}
          />
        ))}
      </ul>
      <StepActions>
        <Button onPress={() => goToStep('file')}>{words.ui.back}</Button>
        <Button
          look="primary"
          isDisabled={troubled !== undefined || isBusy}
          onPress={() => goToStep('check')}
        >
          {words.imports.goCheck}
        </Button>
      </StepActions>
    </Stack>
  );
}

/** Columns that go where they went before say so, and can be taken as proposed. */
function KeptNotice({ file: { id, kept } }: { readonly file: FileDraft }) {
  const { words, format } = useWords();
  if (kept === undefined) return null;
  return (
    <Notice
      actions={<Button onPress={() => takeProposal(id)}>{words.imports.takeProposal}</Button>}
    >
      {words.imports.keptMapping(kept.fileName, format.date(kept.at))}
    </Notice>
  );
}

function Trouble({ trouble }: { readonly trouble: MappingTrouble }) {
  const { words, format } = useWords();
  const { imports } = words;
  if (trouble.kind === 'nothing') return <Notice>{imports.nothingLeft}</Notice>;
  const named = (fields: readonly string[]) =>
    format.list(fields.map((field) => imports.fields[field as keyof typeof imports.fields]));
  return (
    <Notice>
      <span>{imports.missingFields(named(trouble.fields))}</span>
      {trouble.fields.includes('unitPrice') && (
        <span>{imports.purchaseFields(named(neededPurchaseFields))}</span>
      )}
    </Notice>
  );
}

function ColumnCard({
  column,
  kind,
  needed,
  samples,
  onChange,
}: {
  readonly column: ColumnMapping;
  readonly kind: Reading['kind'];
  readonly needed: readonly string[];
  readonly samples: readonly string[];
  readonly onChange: (part: ColumnPart) => void;
}) {
  const { words } = useWords();
  const { imports } = words;
  const fields = fieldsOf(kind).map((id) => {
    const name = imports.fields[id as keyof typeof imports.fields];
    return { id, text: needed.includes(id) ? `${name} (${words.ui.required})` : name };
  });
  return (
    <li className={styles.column} {...(column.field === 'skip' ? { 'data-skipped': '' } : {})}>
      <div>
        <h2 className={styles.header}>{column.header}</h2>
        <p className={styles.samples}>
          {samples.length === 0
            ? imports.noSamples
            : samples.map((text) => shorten(text)).join(' · ')}
        </p>
      </div>
      <Select
        label={imports.goesToOf(column.header)}
        isLabelHidden
        choices={[
          { id: 'custom', text: imports.custom },
          ...fields,
          { id: 'skip', text: imports.skip },
        ]}
        value={column.field}
        onChange={(field) => onChange({ field })}
      />
      {column.field === 'custom' && (
        <Select
          label={imports.typeOf(column.header)}
          isLabelHidden
          choices={fieldTypes.map((id) => ({ id, text: imports.types[id] }))}
          value={column.type}
          onChange={(type) => onChange({ type })}
        />
      )}
    </li>
  );
}
