import { Select } from '#ui/controls/select.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { FileDraft } from './file-draft.ts';
import { chooseSettings } from './import-session.ts';
import { shorten } from './shorten.ts';

const none = 'none';

/** Which row names the columns, or that none does. What stands above it is left out and counted. */
export function HeaderSelect({ file: { id, reading, isReading } }: { readonly file: FileDraft }) {
  const { words } = useWords();
  const { imports } = words;
  if (reading === undefined || reading.head.length === 0) return null;
  const { hasHeader, headerAt = 0 } = reading.settings;
  const rows = reading.head.map(({ at, text }) => ({
    id: String(at),
    text: imports.headerRow(at + 1, shorten(text, 40)),
  }));
  return (
    <Select
      label={imports.header}
      choices={[...rows, { id: none, text: imports.noHeader }]}
      value={hasHeader ? String(headerAt) : none}
      onChange={(chosen) =>
        void chooseSettings(
          id,
          chosen === none
            ? { hasHeader: false, headerAt: 0 }
            : { hasHeader: true, headerAt: Number(chosen) },
        )
      }
      isDisabled={isReading}
    />
  );
}
