import { accept, type Result } from '#core/result.ts';
import { type Scan, type ScanWatch, scanFile } from './scan-file.ts';
import type { TableSource } from './table-source.ts';

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
  source: TableSource,
  hasHeader: boolean | undefined,
  watch: ScanWatch = {},
): Promise<Result<Scan>> => {
  if (file.size > mostRemembered) return scanFile(source, hasHeader, watch);
  const bytes = await digestOf(file);
  const keyOf = (header: boolean) => [bytes, source.key, header].join('\n');
  if (last !== undefined && hasHeader !== undefined && last.key === keyOf(hasHeader))
    return accept(last.scan);
  const scan = await scanFile(source, hasHeader, watch);
  if (scan.ok) last = { key: keyOf(scan.value.hasHeader), scan: scan.value };
  return scan;
};
