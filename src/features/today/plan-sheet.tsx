import { useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Position } from '#core/position.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { localDay } from '#i18n/local-day.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { suggestDay } from './find-due.ts';
import { planVisits } from './plan-visits.ts';
import styles from './today.module.css';
import { VisitChips } from './visit-chips.tsx';

type Props = {
  readonly db: Database;
  /** Customers already planned for today. */
  readonly planned: ReadonlySet<string>;
  readonly from: Position | undefined;
  readonly currency: string;
  readonly onClose: () => void;
};

/** Suggests five visits for today, each with its reasons; nothing is planned before it is confirmed. */
export function PlanSheet({ db, planned, from, currency, onClose }: Props) {
  const { words } = useWords();
  const { today, ui } = words;
  const [answer, setAnswer] = useState<Result<readonly DirectoryRow[]>>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal>();
  // Asked once: a plan must not change under somebody's finger.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was planned when it was opened counts
  useEffect(() => {
    void suggestDay(localDay(Date.now()), planned, from).then(setAnswer);
  }, []);
  const rows = answer?.ok === true ? answer.value : [];
  const chosen = rows.filter(({ id }) => !left.has(id));
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const add = async () => {
    const now = Date.now();
    const ids = chosen.map(({ id }) => id);
    const saved = await planVisits(db, ids, localDay(now), today.visitTitle, now);
    if (saved.ok) onClose();
    else setRefusal(saved.refusal);
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={today.planDay}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" isDisabled={chosen.length === 0} onPress={() => void add()}>
            {today.planAdd(chosen.length)}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {answer === undefined && <Loading />}
      {answer?.ok === false && <ErrorNotice refusal={answer.refusal} />}
      {answer?.ok === true && rows.length === 0 && <p>{today.planNone}</p>}
      {rows.length > 0 && <p className={styles.small}>{today.planHow}</p>}
      <ul className={styles.visits}>
        {rows.map((row) => (
          <li key={row.id}>
            <div className={styles.suggestion}>
              <Checkbox isSelected={!left.has(row.id)} onChange={(is) => toggle(row.id, is)}>
                <span className={styles.name}>
                  {row.name || ui.customerNumber(row.ord + 1)}
                  <span className={styles.small}>{row.city}</span>
                </span>
              </Checkbox>
              <div className={styles.chips}>
                <VisitChips
                  dueDay={row.dueDay}
                  revenueMinor={row.revenueMinor}
                  currency={currency}
                  probability={row.probability}
                  isNew={row.lastVisitDay === null}
                />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
