import { useWords } from '#ui/words/words-context.tsx';
import type { FileDraft } from './file-draft.ts';
import { countColumns } from './find-mapping-trouble.ts';
import type { ImportDraft } from './import-draft.ts';
import styles from './imports.module.css';

const uses = ({ columns }: FileDraft, field: string) =>
  columns.some((column) => column.field === field);

/** What the import will do, in sentences; of several files each says its own. */
export function CheckPoints({
  draft: { files, check, rules },
  currency,
}: {
  readonly draft: ImportDraft;
  readonly currency: string;
}) {
  const { words, format } = useWords();
  const { imports } = words;
  const pointsOf = (file: FileDraft): readonly string[] => {
    const kind = file.reading?.kind ?? 'customers';
    const { known, custom, skipped } = countColumns(file.columns);
    const isKeyless = kind === 'customers' && !uses(file, 'externalId') && rules.matchBy !== 'all';
    return [
      imports.willAdd[kind],
      ...(kind === 'orders' ? [imports.matching.orders] : []),
      ...(isKeyless ? [imports.matching.none] : []),
      ...(kind === 'customers' && !uses(file, 'name') ? [imports.nameless] : []),
      imports.columnsKept(known, custom, skipped),
    ];
  };
  const needCurrency = files.some((file) => {
    const kind = file.reading?.kind ?? '';
    return ['orders', 'deals', 'products'].includes(kind) && !uses(file, 'currency');
  });
  const unlinked = check?.unlinked ?? [];
  const lost = unlinked.reduce((sum, { count }) => sum + count, 0);
  const named = format.list(unlinked.slice(0, 3).map(({ said }) => imports.quoted(said)));
  const total = (count: 'mended' | 'attached') =>
    (check?.files ?? []).reduce((sum, file) => sum + (file[count] ?? 0), 0);
  const [mended, attached] = [total('mended'), total('attached')];
  const leftOut = (check?.files ?? []).flatMap((file) => file.leftOut.map(({ header }) => header));
  const points = [
    ...(files.length > 1
      ? files.map((file) => imports.ofFile(file.name, pointsOf(file)))
      : files.flatMap(pointsOf)),
    ...(needCurrency ? [imports.currencyIs(currency)] : []),
    ...(lost > 0 ? [imports.unlinked(lost, named)] : []),
    ...(leftOut.length > 0 ? [imports.noRoom(format.list(leftOut.slice(0, 5)))] : []),
    ...(mended > 0 ? [imports.mended(mended)] : []),
    ...(attached > 0 ? [imports.attached(attached)] : []),
    imports.refusedKept,
    imports.undoable,
  ];
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
