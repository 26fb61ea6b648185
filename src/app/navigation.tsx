import {
  ChartColumn,
  Ellipsis,
  Kanban,
  type LucideIcon,
  MessageCircle,
  Sun,
  Users,
} from 'lucide-react';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import type { Place } from './routes.ts';
import styles from './shell.module.css';

const entries: readonly {
  readonly place: Place;
  readonly href: string;
  readonly icon: LucideIcon;
}[] = [
  { place: 'today', href: hrefOf.today, icon: Sun },
  { place: 'customers', href: hrefOf.customers, icon: Users },
  { place: 'pipeline', href: hrefOf.pipeline, icon: Kanban },
  { place: 'insights', href: hrefOf.insights, icon: ChartColumn },
  { place: 'assistant', href: hrefOf.assistant, icon: MessageCircle },
  { place: 'more', href: hrefOf.more, icon: Ellipsis },
];

/** The places: a rail on the left in landscape, a bar below in portrait. */
export function Navigation({ current }: { readonly current: Place | undefined }) {
  const { words } = useWords();
  return (
    <nav className={styles.nav} aria-label={words.shell.places}>
      {entries.map(({ place, href, icon: Icon }) => (
        <a
          key={place}
          href={href}
          className={`${styles.place} ${place === 'more' ? styles.last : ''}`}
          {...(place === current ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon size={24} aria-hidden />
          {words.shell[place]}
        </a>
      ))}
    </nav>
  );
}
