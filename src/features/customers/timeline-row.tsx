import {
  CircleCheck,
  Handshake,
  type LucideIcon,
  Mail,
  MessageCircle,
  NotebookPen,
  Pencil,
  Phone,
  ReceiptText,
  Trash2,
  UserRound,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Activity } from '#core/customers/activity.ts';
import type { TimelineEntry } from '#core/customers/timeline.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import { IconButton } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

const activityIcons: Readonly<Record<Activity['type'], LucideIcon>> = {
  visit: UserRound,
  call: Phone,
  meeting: Users,
  email: Mail,
  message: MessageCircle,
  note: NotebookPen,
};
const icons = { order: ReceiptText, deal: Handshake, task: CircleCheck } as const;

type Said = {
  readonly title: string;
  readonly detail?: string;
  readonly href?: string;
  readonly when: string;
};

const sayActivity = (activity: Activity, { customerPage }: Words, format: Format): Said => {
  const { type, outcome, startAt } = activity;
  const said = customerPage.activityTypes[type];
  return {
    title: outcome === 'none' ? said : `${said} · ${customerPage.outcomes[outcome]}`,
    when: format.instant(startAt),
  };
};

const say = (entry: TimelineEntry, words: Words, format: Format): Said => {
  const { customerPage, customers } = words;
  if (entry.kind === 'activity') return sayActivity(entry.activity, words, format);
  if (entry.kind === 'order') {
    const { id, kind, number, totalMinor, currency, date } = entry.order;
    return {
      title: `${customers.orderKinds[kind]} ${number}`,
      detail: format.money(totalMinor, currency),
      href: hrefOf.order(id),
      when: format.day(date),
    };
  }
  const when = format.date(entry.at);
  if (entry.kind === 'task') return { title: customerPage.taskDone(entry.task.title), when };
  const stage = customerPage.stages[entry.stage];
  return {
    title: customerPage.dealStep(entry.deal.name, stage),
    href: hrefOf.deal(entry.deal.id),
    when,
  };
};

/** One thing that happened. What was logged by hand can be changed and deleted here. */
export function TimelineRow({
  entry,
  onEdit,
  onRemove,
}: {
  readonly entry: TimelineEntry;
  readonly onEdit: (activity: Activity) => void;
  readonly onRemove: (activity: Activity) => void;
}) {
  const { words, format } = useWords();
  const { customerPage } = words;
  const { title, detail, href, when } = say(entry, words, format);
  const activity = entry.kind === 'activity' ? entry.activity : undefined;
  const Icon = entry.kind === 'activity' ? activityIcons[entry.activity.type] : icons[entry.kind];
  const name = activity?.text ? activity.text.slice(0, 40) : title;
  return (
    <li className={styles.happening}>
      <Icon size={20} aria-hidden />
      <div className={styles.grow}>
        <Headline {...(href === undefined ? {} : { href })}>
          <strong>{title}</strong>
          <span className={styles.small}>
            {when}
            {detail === undefined ? '' : ` · ${detail}`}
          </span>
        </Headline>
        {activity !== undefined && activity.text !== '' && (
          <p className={styles.text}>{activity.text}</p>
        )}
        {activity?.nextStep && (
          <span className={styles.small}>
            {customerPage.nextStep}: {activity.nextStep}
          </span>
        )}
      </div>
      {activity !== undefined && (
        <span className={styles.buttons}>
          <IconButton
            label={customerPage.edit(name)}
            icon={Pencil}
            onPress={() => onEdit(activity)}
          />
          <IconButton
            label={customerPage.remove(name)}
            icon={Trash2}
            onPress={() => onRemove(activity)}
          />
        </span>
      )}
    </li>
  );
}

/** What leads to a record is one target, title and day together. */
function Headline({ href, children }: { readonly href?: string; readonly children: ReactNode }) {
  return href === undefined ? (
    children
  ) : (
    <a href={href} className={styles.headline}>
      {children}
    </a>
  );
}
