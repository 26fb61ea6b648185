import { useState } from 'react';
import type { Segment, SegmentRun } from '#core/segments/segment-run.ts';
import { Select } from '#ui/controls/select.tsx';
import { type Column, Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { bandOf } from './compare-with-average.ts';
import { columnName, nameOf, sayValue } from './segment-words.ts';

type Line = {
  readonly name: string;
  readonly first: string;
  readonly second: string;
  readonly difference: string;
};

/** Two segments side by side: what they have in each column, and which has more. */
export function CompareCard({
  run,
  currency,
}: {
  readonly run: SegmentRun;
  readonly currency: string;
}) {
  const { words, format, language } = useWords();
  const own = words.segments;
  const found = run.segments.filter(({ isApart }) => isApart !== true);
  const [chosen, setChosen] = useState<readonly [string, string]>([
    found[0]?.id ?? '',
    found[1]?.id ?? '',
  ]);
  const first = found.find(({ id }) => id === chosen[0]);
  const second = found.find(({ id }) => id === chosen[1]);
  if (first === undefined || second === undefined) return null;
  const wording = { own, format, currency };
  const differ = (place: number): string => {
    const gap = (first.centroid[place] ?? 0) - (second.centroid[place] ?? 0);
    const band = bandOf(Math.abs(gap));
    if (band === 'average') return own.aboutEqual;
    return own.moreIn(nameOf(gap > 0 ? first : second, language), band === 'much-higher');
  };
  const shareOf = ({ revenueShare }: Segment) =>
    revenueShare === undefined ? '–' : format.share(revenueShare);
  const lines: readonly Line[] = [
    {
      name: own.size,
      first: format.number(first.size),
      second: format.number(second.size),
      difference: '',
    },
    { name: own.revenue, first: shareOf(first), second: shareOf(second), difference: '' },
    ...run.columns.map(({ name }, place) => {
      const say = ({ means }: Segment) => sayValue(run.source, name, means[place] ?? 0, wording);
      return {
        name: columnName(run.source, name, wording),
        first: say(first),
        second: say(second),
        difference: differ(place),
      };
    }),
  ];
  const choices = found.map((segment) => ({ id: segment.id, text: nameOf(segment, language) }));
  const column = (id: keyof Line, name: string, isNumber = false): Column<Line> => ({
    id,
    name,
    cell: (line) => line[id],
    isNumber,
  });
  return (
    <Card title={own.compareTwo}>
      <Row>
        <Select
          label={own.compareFirst}
          choices={choices}
          value={first.id}
          onChange={(id) => setChosen([id, chosen[1]])}
        />
        <Select
          label={own.compareSecond}
          choices={choices}
          value={second.id}
          onChange={(id) => setChosen([chosen[0], id])}
        />
      </Row>
      <Table
        label={own.compareTable}
        columns={[
          column('name', own.compareBy),
          column('first', nameOf(first, language), true),
          column('second', nameOf(second, language), true),
          column('difference', own.difference),
        ]}
        rows={lines}
        rowKey={({ name }) => name}
      />
    </Card>
  );
}
