import { Handshake, Pencil, Users } from 'lucide-react';
import { kindOfName } from '#core/segments/name-segments.ts';
import type { Segment, SegmentRun } from '#core/segments/segment-run.ts';
import { Button, ButtonLink, IconButton } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { type Standing, tellingStandings } from './compare-with-average.ts';
import { SegmentMark } from './segment-mark.tsx';
import type { ShapeName } from './segment-shapes.ts';
import { isWithoutOrders, nameOf, sayStanding, sayValue } from './segment-words.ts';
import styles from './segments.module.css';

/** One segment: sign and name, how many, what they bring, how they differ from the average. */
export function SegmentCard({
  run,
  segment,
  shape,
  standings,
  currency,
  onRename,
  onWork,
}: {
  readonly run: SegmentRun;
  readonly segment: Segment;
  readonly shape: ShapeName;
  readonly standings: readonly Standing[];
  readonly currency: string;
  readonly onRename: () => void;
  readonly onWork: () => void;
}) {
  const { words, format, language } = useWords();
  const own = words.segments;
  const wording = { own, format, currency };
  const name = nameOf(segment, language);
  const hasOrders = !isWithoutOrders(run, segment);
  const telling = hasOrders ? tellingStandings(standings, 4) : [];
  const kind = run.source === 'columns' ? undefined : kindOfName(segment.name);
  const advice = kind && own.advice[kind];
  const say = (column: string, value: number) => sayValue(run.source, column, value, wording);
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <SegmentMark colour={segment.colour} shape={shape} />
        <h2>{name}</h2>
        <IconButton label={own.renameOf(name)} icon={Pencil} onPress={onRename} />
      </div>
      <div>
        <p className={styles.size}>{own.members(segment.size)}</p>
        <p className={styles.muted}>
          {own.ofAll(format.share(segment.size / Math.max(1, run.customers)))}
          {segment.revenueShare !== undefined &&
            ` · ${own.ofRevenue(format.share(segment.revenueShare))}`}
        </p>
      </div>
      <ul className={styles.list} aria-label={own.against}>
        {telling.length === 0 && <li>{hasOrders ? own.asAverage : own.noOrders}</li>}
        {telling.map((standing) => (
          <li key={standing.name}>
            {sayStanding(run.source, standing, wording)}
            <small>
              {own.insteadOf(say(standing.name, standing.own), say(standing.name, standing.all))}
            </small>
          </li>
        ))}
      </ul>
      {advice !== undefined && (
        <dl className={styles.advice}>
          <dt>{own.doLabel}</dt>
          <dd>{advice.do}</dd>
          <dt>{own.dontLabel}</dt>
          <dd>{advice.dont}</dd>
        </dl>
      )}
      <ButtonLink icon={Users} href={hrefOf.customersWith({ segment: segment.id })}>
        {own.open}
      </ButtonLink>
      <Button icon={Handshake} onPress={onWork} aria-label={`${own.work}: ${name}`}>
        {own.work}
      </Button>
    </article>
  );
}
