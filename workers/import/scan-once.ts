import { accept, type Result } from '#core/result.ts';
import { type Form, type Scan, type ScanWatch, scanFile } from './scan-file.ts';

/** Larger files are scanned again: hashing needs all bytes in memory at once. */
const mostRemembered = 24 * 1024 * 1024;

/** The last scan, by what it was made of. One is enough: a file is looked at, then imported. */
let last: { readonly key: string; readonly scan: Scan } | undefined;

const digestOf = async (file: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
};

/**
 * The scan of a file, made once for looking at it and importing it: a scan depends on nothing but
 * the bytes and how they are read, so the same bytes read the same way need no second look.
 * Refuses what scanFile refuses.
 */
export const scanOnce = async (
  file: Blob,
  form: Pick<Form, 'encoding' | 'delimiter'>,
  hasHeader: boolean | undefined,
  watch: ScanWatch = {},
): Promise<Result<Scan>> => {
  if (file.size > mostRemembered) return scanFile(file, form, hasHeader, watch);
  const bytes = await digestOf(file);
  const keyOf = (header: boolean) => [bytes, form.encoding, form.delimiter, header].join('\n');
  if (last !== undefined && hasHeader !== undefined && last.key === keyOf(hasHeader))
    return accept(last.scan);
  const scan = await scanFile(file, form, hasHeader, watch);
  if (scan.ok) last = { key: keyOf(scan.value.hasHeader), scan: scan.value };
  return scan;
};
