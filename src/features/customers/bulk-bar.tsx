import { Download, ListChecks, PencilLine, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { BulkSheet } from './bulk-sheet.tsx';
import styles from './list.module.css';
import type { CustomerList } from './use-customer-list.ts';
import type { Selection } from './use-selection.ts';

/** What can be done with the chosen customers. */
export function BulkBar({
  list,
  suffix,
  selection,
  definitions,
}: {
  readonly list: CustomerList;
  readonly suffix: string;
  readonly selection: Selection;
  readonly definitions: readonly FieldDefinition[];
}) {
  const { words, format } = useWords();
  const { customers, ui } = words;
  const [open, setOpen] = useState<'change' | 'delete'>();
  const count = selection.ords.size;
  const found = list.ords?.length ?? 0;
  return (
    <section className={styles.bulk} aria-label={customers.selection}>
      <span role="status">{customers.selected(count)}</span>
      <Button icon={ListChecks} onPress={selection.toggleAll}>
        {count >= found ? customers.selectNone : customers.selectAll(format.number(found))}
      </Button>
      <Button
        look="primary"
        icon={PencilLine}
        isDisabled={count === 0}
        onPress={() => setOpen('change')}
      >
        {customers.change}
      </Button>
      <Button icon={Trash2} isDisabled={count === 0} onPress={() => setOpen('delete')}>
        {customers.remove}
      </Button>
      <ButtonLink icon={Download} href={`${hrefOf.export}${suffix}`}>
        {customers.exportList}
      </ButtonLink>
      <Button look="quiet" icon={X} onPress={selection.stop}>
        {ui.close}
      </Button>
      {open !== undefined && (
        <BulkSheet
          ords={selection.ords}
          definitions={definitions}
          isDeleting={open === 'delete'}
          onDone={selection.stop}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
