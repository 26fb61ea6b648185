import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { type ImportDraft, shownFile } from './import-draft.ts';
import { showFile } from './import-session.ts';
import { shorten } from './shorten.ts';

/** The files of an import with what each holds; one of them is looked at. */
export function FileBar({ draft }: { readonly draft: ImportDraft }) {
  const { words } = useWords();
  const { imports } = words;
  const { files } = draft;
  if (files.length < 2) return null;
  return (
    <ChoiceChips
      label={imports.files}
      choices={files.map(({ id, name, reading, refusal }) => {
        const kind = reading === undefined ? undefined : imports.kinds[reading.kind];
        const state = refusal === undefined ? kind : imports.unreadable;
        const short = shorten(name, 24);
        return { id, text: state === undefined ? short : `${short} · ${state}` };
      })}
      value={shownFile(draft)?.id}
      onChange={showFile}
    />
  );
}
