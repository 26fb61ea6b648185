import { FileUp } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useWords } from '#ui/words/words-context.tsx';
import { Button } from './button.tsx';
import styles from './field.module.css';

/** A place to choose, drop or paste one file. `accept`: file endings such as `.csv`; drops are not checked. */
export function FilePick({
  label,
  accept,
  onFile,
  isDisabled = false,
}: {
  readonly label: string;
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
}) {
  const { words } = useWords();
  return (
    <DropZone
      aria-label={label}
      isDisabled={isDisabled}
      className={styles.drop ?? ''}
      onDrop={async ({ items }) => {
        const item = items.find(({ kind }) => kind === 'file');
        if (item?.kind === 'file') onFile(await item.getFile());
      }}
    >
      <FileTrigger
        acceptedFileTypes={accept}
        onSelect={(files) => {
          const file = files?.[0];
          if (file !== undefined) onFile(file);
        }}
      >
        <Button look="primary" icon={FileUp} isDisabled={isDisabled}>
          {words.ui.pickFile}
        </Button>
      </FileTrigger>
      <span className={styles.hint}>{words.ui.dropFile}</span>
    </DropZone>
  );
}
