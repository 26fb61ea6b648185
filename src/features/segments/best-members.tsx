import { readRows } from '#jobs/directory-jobs.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './segments.module.css';

/** Names tell a rep faster than figures what kind of customers these are. */
const mostNamed = 5;

/** The first customers of a segment by name, each a link. `ords`: those who brought most first. */
export function BestMembers({ ords }: { readonly ords: Uint32Array }) {
  const { words } = useWords();
  const own = words.segments;
  const first = [...ords.subarray(0, mostNamed)];
  const { answer } = useAsked((signal) => readRows(first, signal), first.join());
  if (answer === undefined || answer.length === 0) return null;
  return (
    <section aria-label={own.bestMembers}>
      <p>{own.bestMembers}</p>
      <div className={styles.people}>
        {answer.map(({ id, name, ord }) => (
          <ButtonLink key={id} href={hrefOf.customer(id)}>
            {name || words.ui.customerNumber(ord + 1)}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}
