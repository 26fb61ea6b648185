import { FileUp } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useWords } from '#ui/words/words-context.tsx';
import { TriggerButton } from './button.tsx';
import styles from './field.module.css';

/**
 * A place to choose, drop or paste files: one, or several where `onFiles` is given. `accept`: file
 * endings such as `.csv`; drops are not checked.
 */
export function FilePick({
  label,
  accept,
  onFile,
  onFiles,
  isDisabled = false,
}: {
  readonly label: string;
  readonly accept: readonly string[];
  readonly onFile?: (file: File) => void;
  readonly onFiles?: (files: readonly File[]) => void;
  readonly isDisabled?: boolean;
}) {
  const { words } = useWords();
  const take = (files: readonly File[]) => {
    const [first] = files;
    if (first === undefined) return;
    onFiles?.(files);
    onFile?.(first);
  };
  return (
    <DropZone
      aria-label={label}
      isDisabled={isDisabled}
      className={styles.drop ?? ''}
      onDrop={async ({ items }) => {
        const dropped = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
        take(await Promise.all(dropped));
      }}
    >
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={onFiles !== undefined}
        onSelect={(files) => take([...(files ?? [])])}
      >
        <TriggerButton look="primary" icon={FileUp} isDisabled={isDisabled}>
          {onFiles === undefined ? words.ui.pickFile : words.ui.pickFiles}
        </TriggerButton>
      </FileTrigger>
      <span className={styles.hint}>
        {onFiles === undefined ? words.ui.dropFile : words.ui.dropFiles}
      </span>
    </DropZone>
  );
}
