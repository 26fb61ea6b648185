import { Camera, Download, Paperclip, Trash2 } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listOf } from '#db/list-by-customer.ts';
import { findRecord } from '#db/sealed-table.ts';
import { unwatched, watch } from '#db/watch.ts';
import { IconButton } from '#ui/controls/button.tsx';
import { FileButton } from '#ui/controls/file-button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { attach, blobOf, isShown } from './attachment-bytes.ts';
import styles from './customer-page.module.css';
import { useSave } from './use-save.ts';

/** Pictures are opened to be shown, so there are fewer of them than of other rows. */
const mostAttachments = 24;

type Kept = {
  readonly id: string;
  readonly fileName: string;
  readonly isPicture: boolean;
  readonly blob: Blob;
};

/** As blobs, which lie outside the page's memory; the texts they were sealed as are let go. */
const readAttachments = async (db: Database, customerId: string): Promise<readonly Kept[]> => {
  const records = await listOf(db, 'attachments', customerId, mostAttachments);
  return records
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((record) => ({
      id: record.id,
      fileName: record.fileName,
      isPicture: isShown(record.mediaType),
      blob: blobOf(record),
    }));
};

const none: readonly Kept[] = [];

/** Photos, a logo and files kept with a customer. */
export const CustomerAttachments = memo(function CustomerAttachments({
  db,
  customerId,
  isEmpty,
}: {
  readonly db: Database;
  readonly customerId: string;
  /** Nothing was ever kept: then nothing is read. */
  readonly isEmpty: boolean;
}) {
  const { words } = useWords();
  const { customerMore } = words;
  const { refusal, save } = useSave(db);
  const [refused, setRefused] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const read = useWatch(
    () => (isEmpty ? unwatched : watch(() => readAttachments(db, customerId))),
    [db, customerId, isEmpty],
  );
  const kept = isEmpty ? none : read;
  const add = async (file: File) => {
    setBusy(true);
    const now = Date.now();
    const made = await attach(file, customerId, now);
    setRefused(made.ok ? undefined : made.refusal);
    if (made.ok)
      await save('attachment-saved', [{ table: 'attachments', record: made.value }], now);
    setBusy(false);
  };
  const remove = async (id: string) => {
    const record = await findRecord(db, 'attachments', id);
    if (record === undefined) return;
    const now = Date.now();
    const gone = { ...record, deletedAt: now };
    await save('attachment-deleted', [{ table: 'attachments', record: gone }], now);
  };
  const shown = refused ?? refusal;
  return (
    <Card title={customerMore.files}>
      {shown !== undefined && <ErrorNotice refusal={shown} />}
      {kept?.length === 0 && <p className={styles.small}>{customerMore.noFiles}</p>}
      <ul className={styles.pictures}>
        {(kept ?? []).map((one) => (
          <KeptFile key={one.id} kept={one} onRemove={() => void remove(one.id)} />
        ))}
      </ul>
      <Row>
        <FileButton
          icon={Camera}
          accept={['image/*']}
          isDisabled={isBusy}
          onFile={(file) => void add(file)}
        >
          {customerMore.addPhoto}
        </FileButton>
        <FileButton icon={Paperclip} isDisabled={isBusy} onFile={(file) => void add(file)}>
          {customerMore.addFile}
        </FileButton>
      </Row>
    </Card>
  );
});

/** An address for bytes, for as long as they are on the screen. */
const useBlobUrl = (blob: Blob): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
};

function KeptFile({ kept, onRemove }: { readonly kept: Kept; readonly onRemove: () => void }) {
  const { words, format } = useWords();
  const { customerMore, customerPage } = words;
  const { fileName, isPicture, blob } = kept;
  const url = useBlobUrl(blob);
  return (
    <li className={styles.picture}>
      {isPicture && url !== undefined && (
        <a href={url} download={fileName}>
          <img src={url} alt={fileName} />
        </a>
      )}
      <span className={styles.grow}>
        <span>{fileName}</span>
        <span className={styles.small}>{format.bytes(blob.size)}</span>
      </span>
      {url !== undefined && !isPicture && (
        <a
          className={styles.iconLink}
          href={url}
          download={fileName}
          aria-label={customerMore.download(fileName)}
        >
          <Download size={22} aria-hidden />
        </a>
      )}
      <IconButton label={customerPage.remove(fileName)} icon={Trash2} onPress={onRemove} />
    </li>
  );
}
