import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { LogDraft } from '#core/customers/log-draft.ts';
import { distanceKm } from '#core/position.ts';
import type { Refusal } from '#core/result.ts';
import { instantOf, localDay, minutesOf, readTime, timeText } from '#i18n/local-day.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { locate } from '#ui/live/locate.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { LogFacts } from './read-log-facts.ts';

type Props = {
  readonly facts: LogFacts;
  readonly draft: LogDraft;
  readonly onChange: (part: Partial<LogDraft>) => void;
};

/** When it was, whom one met and where: right as it stands for most visits, so it is shut. */
export function LogDetails(props: Props) {
  const { words } = useWords();
  const { activities, ui } = words;
  const { facts, draft, onChange } = props;
  return (
    <Card>
      <Details title={activities.details}>
        <When {...props} />
        {facts.contacts.length > 0 && (
          <Select
            label={activities.contact}
            value={draft.contactId ?? ''}
            onChange={(id) => onChange({ contactId: id === '' ? undefined : id })}
            choices={[
              { id: '', text: ui.none },
              ...facts.contacts.map(({ id, name }) => ({ id, text: name })),
            ]}
          />
        )}
        <CheckIn {...props} />
      </Details>
    </Card>
  );
}

function When({ draft, onChange }: Props) {
  const { words } = useWords();
  const { activities } = words;
  // What the fields show until one of them is touched; Save takes its own moment.
  const [opened] = useState(Date.now);
  const at = draft.startAt ?? opened;
  const [time, setTime] = useState(timeText(minutesOf(at)));
  const set = (day: string, minutes: number | undefined) => {
    if (day !== '' && minutes !== undefined) onChange({ startAt: instantOf(day, minutes) });
  };
  return (
    <>
      <TextField
        label={activities.day}
        type="date"
        value={localDay(at)}
        onChange={(day) => set(day, minutesOf(at))}
      />
      <TextField
        label={activities.time}
        type="time"
        value={time}
        onChange={(text) => {
          setTime(text);
          set(localDay(at), readTime(text));
        }}
      />
    </>
  );
}

function CheckIn({ facts, draft, onChange }: Props) {
  const { words, format } = useWords();
  const { activities, ui } = words;
  const [refusal, setRefusal] = useState<Refusal>();
  const [isAsking, setAsking] = useState(false);
  const { checkIn } = draft;
  const there = facts.customer.position;
  const checkInHere = async () => {
    setAsking(true);
    const here = await locate();
    setAsking(false);
    setRefusal(here.ok ? undefined : here.refusal);
    if (here.ok) onChange({ checkIn: { ...here.value, at: Date.now() } });
  };
  if (checkIn !== undefined)
    return (
      <Row>
        <span>
          {activities.checkedIn}
          {there !== undefined &&
            ` ${activities.away(format.number(Math.round(distanceKm(there, checkIn) * 10) / 10))}`}
        </span>
        <Button look="quiet" onPress={() => onChange({ checkIn: undefined })}>
          {ui.remove}
        </Button>
      </Row>
    );
  return (
    <>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Row>
        <Button icon={MapPin} isDisabled={isAsking} onPress={() => void checkInHere()}>
          {isAsking ? activities.locating : activities.checkIn}
        </Button>
      </Row>
    </>
  );
}
