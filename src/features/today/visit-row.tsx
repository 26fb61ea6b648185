import { Navigation, NotebookPen, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { distanceKm, type Position } from '#core/position.ts';
import type { Address } from '#core/record.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './today.module.css';

/** Whom to visit: what a row shows and what its buttons need. */
export type VisitStop = {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly phone: string | undefined;
  readonly position: Position | undefined;
  readonly address?: Address | undefined;
};

/** The address of a map on the tablet itself; undefined when nobody knows where to go. */
const mapHref = ({ position, address, city }: VisitStop): string | undefined => {
  if (position !== undefined)
    return `geo:${position.latitude},${position.longitude}?q=${position.latitude},${position.longitude}`;
  const parts = [address?.street, address?.postcode, address?.city ?? city, address?.country];
  const text = parts.filter((part) => part !== undefined && part !== '').join(', ');
  return text === '' ? undefined : `geo:0,0?q=${encodeURIComponent(text)}`;
};

/** One visit: name, why, how far, and the three things one does with it. */
export function VisitRow({
  stop,
  from,
  chips,
  task,
  children,
}: {
  readonly stop: VisitStop;
  /** Where distances are measured from. */
  readonly from: Position | undefined;
  readonly chips: ReactNode;
  /** The planned task this visit does. */
  readonly task?: string | undefined;
  /** More buttons. */
  readonly children?: ReactNode;
}) {
  const { words, format } = useWords();
  const { today } = words;
  const map = mapHref(stop);
  const km =
    from === undefined || stop.position === undefined ? undefined : distanceKm(from, stop.position);
  return (
    <div className={styles.visit}>
      <a className={styles.who} href={hrefOf.customer(stop.id)}>
        <span>{stop.name}</span>
        <span className={styles.small}>
          {stop.city}
          {km !== undefined &&
            ` ${today.km(format.number(km < 10 ? Math.round(km * 10) / 10 : Math.round(km)))}`}
        </span>
      </a>
      <div className={styles.chips}>{chips}</div>
      <div className={styles.acts}>
        {stop.phone !== undefined && stop.phone !== '' && (
          <ButtonLink look="quiet" icon={Phone} href={`tel:${stop.phone.replace(/[^\d+]/gu, '')}`}>
            {today.call}
          </ButtonLink>
        )}
        {map !== undefined && (
          <ButtonLink look="quiet" icon={Navigation} href={map}>
            {today.navigate}
          </ButtonLink>
        )}
        <ButtonLink icon={NotebookPen} href={hrefOf.logFromToday(stop.id, task)}>
          {today.log}
        </ButtonLink>
        {children}
      </div>
    </div>
  );
}
