import {
  CircleHelp,
  CircleOff,
  DoorClosed,
  type LucideIcon,
  MessageSquareWarning,
  Repeat,
  ShoppingCart,
  ThumbsUp,
} from 'lucide-react';
import { useState } from 'react';
import type { ActivityOutcome } from '#core/customers/activity.ts';
import { Button } from '#ui/controls/button.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './activities.module.css';

const usual = ['order', 'interested', 'followup', 'nocontact'] as const;
const rare = ['complaint', 'lost'] as const;

const icons: Readonly<Record<(typeof usual)[number] | (typeof rare)[number], LucideIcon>> = {
  order: ShoppingCart,
  interested: ThumbsUp,
  followup: Repeat,
  nocontact: DoorClosed,
  complaint: MessageSquareWarning,
  lost: CircleOff,
};

/** How it went, in buttons a gloved thumb hits; the two sad ones are behind More. */
export function OutcomeButtons({
  value,
  onChange,
}: {
  readonly value: ActivityOutcome | undefined;
  readonly onChange: (outcome: ActivityOutcome) => void;
}) {
  const { words } = useWords();
  const { activities } = words;
  const [isMore, setMore] = useState(value === 'complaint' || value === 'lost');
  const shown = isMore ? [...usual, ...rare] : usual;
  return (
    <fieldset className={styles.outcomes} aria-label={activities.outcome}>
      {shown.map((id) => {
        const Icon = icons[id];
        return (
          <button
            key={id}
            type="button"
            className={styles.outcome}
            aria-pressed={id === value}
            onClick={() => onChange(id)}
          >
            <Icon size={24} aria-hidden />
            {activities.outcomes[id]}
          </button>
        );
      })}
      {!isMore && (
        <Button look="quiet" icon={CircleHelp} onPress={() => setMore(true)}>
          {activities.moreOutcomes}
        </Button>
      )}
    </fieldset>
  );
}
