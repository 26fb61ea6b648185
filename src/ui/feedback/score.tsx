import { ArrowDown, ArrowUp, ChevronsUp, Minus } from 'lucide-react';
import { type ScoreBand, scoreBand } from '#core/predictions/score-band.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './progress.module.css';

const icons = { high: ChevronsUp, raised: ArrowUp, usual: Minus, low: ArrowDown } as const;

/** A band as icon and word, coloured; the word alone says it all. */
export function BandWord({ band }: { readonly band: ScoreBand }) {
  const { words } = useWords();
  const Icon = icons[band];
  return (
    <span className={`${styles.score} ${styles[band]}`}>
      <Icon size={18} aria-hidden />
      {words.ui.bands[band]}
    </span>
  );
}

/**
 * A prediction: number to 5 points, icon, colour and word, set against the base rate of the model.
 * Both are 0..1.
 */
export function Score({
  probability,
  baseRate,
}: {
  readonly probability: number;
  readonly baseRate: number;
}) {
  const { format } = useWords();
  return (
    <span className={styles.score} data-score>
      <BandWord band={scoreBand(probability, baseRate)} />
      <span className={styles.percent}>{format.probability(probability)}</span>
    </span>
  );
}
