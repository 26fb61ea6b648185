import { Download, Share2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { ExportReceipt } from '#contracts/export.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** A file that was made, and its name. */
export type Made = { readonly receipt: ExportReceipt; readonly name: string };

/** The share sheet of the system, where it takes such a file. */
const shareOf = (file: File) => {
  const data = { files: [file] };
  if (!('canShare' in navigator) || !navigator.canShare(data)) return undefined;
  // Closing the sheet is no failure.
  return () => void navigator.share(data).catch(() => undefined);
};

/** A file that is ready: save it, or hand it to another app. */
export function MadeFile({ made: { receipt, name } }: { readonly made: Made }) {
  const { words, format } = useWords();
  const { exports } = words;
  const url = useMemo(() => URL.createObjectURL(receipt.file), [receipt.file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const share = useMemo(
    () => shareOf(new File([receipt.file], name, { type: receipt.file.type })),
    [receipt.file, name],
  );
  return (
    <Notice
      actions={
        <>
          <ButtonLink look="primary" icon={Download} href={url} download={name}>
            {exports.download}
          </ButtonLink>
          {share !== undefined && (
            <Button icon={Share2} onPress={share}>
              {exports.share}
            </Button>
          )}
        </>
      }
    >
      {exports.ready(name)} {exports.written(receipt.count)} {format.bytes(receipt.file.size)}
    </Notice>
  );
}
