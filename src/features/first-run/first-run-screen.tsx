import { ArchiveRestore, FileUp, Handshake, ShieldCheck, Sparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import { languages } from '#core/assistant/conversation.ts';
import type { Refusal } from '#core/result.ts';
import { initialSettings } from '#core/settings.ts';
import { dismissDemo, loadDemo, prepareDemo } from '#jobs/load-demo.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { whenIdle } from '#ui/live/when-idle.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { changePreferences } from '#ui/preferences/preferences.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './first-run.module.css';

/** The one screen before there is any customer: no account, no tour. The first rows end it. */
export function FirstRunScreen() {
  const { words } = useWords();
  const [isFilling, setFilling] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { firstRun, settings } = words;
  useEffect(() => {
    const takeBack = whenIdle(prepareDemo);
    return () => {
      takeBack();
      dismissDemo();
    };
  }, []);
  const demo = async () => {
    setRefusal(undefined);
    setFilling(true);
    const filled = await loadDemo({
      importId: crypto.randomUUID(),
      currency: initialSettings.currency,
      now: Date.now(),
    });
    setFilling(false);
    if (!filled.ok) setRefusal(filled.refusal);
  };
  return (
    <div className={styles.screen} data-first-run>
      <p className={styles.brand}>
        <Handshake size={28} aria-hidden />
        {words.shell.app}
      </p>
      <h1 className={styles.title}>{firstRun.title}</h1>
      <p className={styles.promise}>
        <ShieldCheck size={24} aria-hidden />
        {firstRun.promise}
      </p>
      <p>{firstRun.lead}</p>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <div className={styles.ways}>
        <div className={styles.way}>
          <p>{firstRun.demoHint}</p>
          <Button look="primary" icon={Sparkles} isDisabled={isFilling} onPress={() => void demo()}>
            {isFilling ? firstRun.filling : firstRun.demo}
          </Button>
        </div>
        <div className={styles.way}>
          <p>{firstRun.importHint}</p>
          <ButtonLink href={hrefOf.import} icon={FileUp}>
            {firstRun.import}
          </ButtonLink>
        </div>
      </div>
      <ButtonLink look="quiet" href={hrefOf.export} icon={ArchiveRestore}>
        {firstRun.restore}
      </ButtonLink>
      <div className={styles.languages}>
        <span>{firstRun.language}</span>
        {languages.map((language) => (
          <Button key={language} look="quiet" onPress={() => changePreferences({ language })}>
            {settings.languages[language]}
          </Button>
        ))}
      </div>
    </div>
  );
}
