import { type Effort, efforts } from '#core/predictions/training-effort.ts';
import { Select } from '#ui/controls/select.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** How long a training may take, with about how many seconds that is here once it is known. */
export function EffortSelect({
  effort,
  times,
  onChange,
}: {
  readonly effort: Effort;
  readonly times: Readonly<Record<Effort, number>> | undefined;
  readonly onChange: (effort: Effort) => void;
}) {
  const { words, format } = useWords();
  const own = words.predictions.effort;
  const textOf = (id: Effort) =>
    times === undefined ? own.names[id] : own.choice(own.names[id], format.duration(times[id]));
  return (
    <Select
      label={own.ask}
      choices={efforts.map((id) => ({ id, text: textOf(id) }))}
      value={effort}
      onChange={onChange}
      hint={own.hint}
    />
  );
}
