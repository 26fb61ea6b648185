import {
  Copy,
  FileDown,
  FileUp,
  History,
  ListTodo,
  type LucideIcon,
  Package,
  ReceiptText,
  Settings,
  TextCursorInput,
  Trash2,
} from 'lucide-react';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './more.module.css';

type Entry = {
  readonly id:
    | 'tasks'
    | 'orders'
    | 'products'
    | 'import'
    | 'export'
    | 'duplicates'
    | 'fields'
    | 'history'
    | 'trash'
    | 'settings';
  readonly href: string;
  readonly icon: LucideIcon;
};

/** Places that are not opened every hour, by what one wants to do. */
const groups: readonly {
  readonly id: 'selling' | 'data' | 'safety';
  readonly entries: readonly Entry[];
}[] = [
  {
    id: 'selling',
    entries: [
      { id: 'tasks', href: hrefOf.tasks, icon: ListTodo },
      { id: 'orders', href: hrefOf.orders, icon: ReceiptText },
      { id: 'products', href: hrefOf.products, icon: Package },
    ],
  },
  {
    id: 'data',
    entries: [
      { id: 'import', href: hrefOf.import, icon: FileUp },
      { id: 'export', href: hrefOf.export, icon: FileDown },
      { id: 'duplicates', href: hrefOf.duplicates, icon: Copy },
      { id: 'fields', href: hrefOf.fields, icon: TextCursorInput },
    ],
  },
  {
    id: 'safety',
    entries: [
      { id: 'history', href: hrefOf.history, icon: History },
      { id: 'trash', href: hrefOf.trash, icon: Trash2 },
      { id: 'settings', href: hrefOf.settings, icon: Settings },
    ],
  },
];

/** Where everything is that has no place in the navigation. */
export function MoreScreen() {
  const { words } = useWords();
  const { more } = words;
  return (
    <Page title={more.title}>
      {groups.map(({ id, entries }) => (
        <section key={id} aria-labelledby={`more-${id}`}>
          <h2 id={`more-${id}`}>{more.groups[id]}</h2>
          <ul className={styles.entries}>
            {entries.map(({ id: entry, href, icon: Icon }) => (
              <li key={entry}>
                <a href={href} className={styles.entry}>
                  <Icon size={24} aria-hidden />
                  <span>
                    <strong>{more.entries[entry].name}</strong>
                    <span className={styles.hint}>{more.entries[entry].hint}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
