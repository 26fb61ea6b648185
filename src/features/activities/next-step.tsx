import type { LogDraft } from '#core/customers/log-draft.ts';
import { type TaskType, taskTypes } from '#core/customers/task.ts';
import { dayNumber, dayText } from '#core/day-number.ts';
import { instantOf, localDay } from '#i18n/local-day.ts';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';

const soon = ['1', '7', '14', '30'] as const;

/** What comes next, and when: it becomes a task of its own. Left empty, nothing does. */
export function NextStep({
  draft: { next },
  onChange,
}: {
  readonly draft: LogDraft;
  readonly onChange: (part: Partial<LogDraft>) => void;
}) {
  const { words } = useWords();
  const { activities } = words;
  const today = localDay(Date.now());
  const day = next.dueAt === undefined ? '' : localDay(next.dueAt);
  const isOwnTitle =
    next.title !== '' && !taskTypes.some((type) => activities.nextTitles[type] === next.title);
  const setType = (type: TaskType) =>
    onChange({
      next: { ...next, type, title: isOwnTitle ? next.title : activities.nextTitles[type] },
    });
  const setDay = (text: string) => {
    const { dueAt, ...rest } = next;
    onChange({ next: text === '' ? rest : { ...rest, dueAt: instantOf(text) } });
  };
  return (
    <Card title={activities.next}>
      <ChoiceChips
        label={activities.nextType}
        choices={taskTypes.map((id) => ({ id, text: activities.nextTypes[id] }))}
        value={next.title === '' ? undefined : next.type}
        onChange={setType}
      />
      <TextField
        label={activities.nextTitle}
        value={next.title}
        onChange={(title) => onChange({ next: { ...next, title } })}
        autoComplete="off"
      />
      <ChoiceChips
        label={activities.nextWhen}
        choices={soon.map((id) => ({ id, text: activities.inDays(Number(id)) }))}
        value={soon.find((id) => dayText(dayNumber(today) + Number(id)) === day)}
        onChange={(id) => setDay(dayText(dayNumber(today) + Number(id)))}
      />
      <TextField label={activities.nextDay} type="date" value={day} onChange={setDay} />
    </Card>
  );
}
