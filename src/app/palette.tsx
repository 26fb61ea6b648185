import { ArrowRight, Users } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import { useLocation } from 'wouter';
import { foldText } from '#core/customers/fold-text.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { navigate } from './hash-place.ts';
import styles from './palette.module.css';
import { paletteEntries } from './palette-entries.ts';
import { useFoundCustomers } from './use-found-customers.ts';

type Item = {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
  readonly isCustomer: boolean;
};

/** One box for everything: customers by name, number or initials, places, and what one can do. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { words } = useWords();
  const [path] = useLocation();
  const { palette, ui } = words;
  const [text, setText] = useState('');
  const customers = useFoundCustomers(text);
  const wanted = foldText(text.trim());
  const items: Item[] = [
    ...paletteEntries(path)
      .map(({ act, href }) => ({
        id: href,
        text: palette.acts[act],
        detail: '',
        isCustomer: false,
      }))
      .filter((entry) => foldText(entry.text).includes(wanted)),
    ...customers.map(({ id, name, ord, city }) => ({
      id: hrefOf.customer(id),
      text: name || ui.customerNumber(ord + 1),
      detail: city,
      isCustomer: true,
    })),
  ];
  return (
    <Dialog isOpen onClose={onClose} title={palette.title}>
      {/* The list is narrowed by the worker and above, so nothing is filtered here. */}
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={palette.ask} autoFocus className={styles.field ?? ''}>
          <Input placeholder={palette.ask} className={styles.input ?? ''} />
        </SearchField>
        <Menu
          aria-label={palette.found}
          items={items}
          className={styles.menu ?? ''}
          renderEmptyState={() => palette.nothing}
          onAction={(id) => {
            onClose();
            navigate(String(id));
          }}
        >
          {(item) => (
            <MenuItem id={item.id} textValue={item.text} className={styles.item ?? ''}>
              {item.isCustomer ? (
                <Users size={20} aria-hidden />
              ) : (
                <ArrowRight size={20} aria-hidden />
              )}
              <span className={styles.text}>{item.text}</span>
              <span className={styles.detail}>{item.detail}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
