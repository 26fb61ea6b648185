import { Download, Printer, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Database } from '#db/database.ts';
import { watch } from '#db/watch.ts';
import { localDay } from '#i18n/local-day.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { saveFile, shareText } from '#ui/live/save-file.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './activities.module.css';
import { type DayReport, readDayReport } from './read-day-report.ts';
import { type SaidReport, sayDayReport, writeDayReport } from './say-day-report.ts';

/** What was done on a day, to be read, printed, shared or kept as text. */
export function DayReportScreen({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const { activities: own } = words;
  const { day: asked = '' } = useParams();
  const [, navigate] = useLocation();
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(asked) ? asked : localDay(Date.now());
  const report = useWatch(() => watch(() => readDayReport(db, day)), [db, day]);
  const title = own.reportTitle(format.day(day));
  const lead = report === undefined ? [] : leadOf(report);
  const said = report === undefined ? [] : sayDayReport(report, words, format);
  function leadOf({ repName, km }: DayReport): readonly string[] {
    // One stop is no way.
    const isFar = km !== undefined && Math.round(km) > 0;
    const way = isFar ? [own.reportKm(format.number(Math.round(km)))] : [];
    return [...(repName === undefined ? [] : [repName]), ...way];
  }
  return (
    <Page
      title={title}
      lead={lead.join(' · ')}
      actions={<Outgoing title={title} fileName={day} text={writeDayReport(title, lead, said)} />}
    >
      <div className={styles.notOnPaper}>
        <TextField
          label={own.day}
          type="date"
          value={day}
          onChange={(next) => next !== '' && navigate(hrefOf.dayReport(next).slice(1))}
        />
      </div>
      {report === undefined ? <Loading /> : <Parts said={said} />}
    </Page>
  );
}

function Outgoing({
  title,
  text,
  fileName,
}: {
  readonly title: string;
  readonly text: string;
  readonly fileName: string;
}) {
  const { words } = useWords();
  const { activities: own } = words;
  const [told, setTold] = useState('');
  const share = async () => {
    const done = await shareText(title, text);
    setTold(done === 'copied' ? own.copied : '');
  };
  return (
    <>
      <span role="status">{told}</span>
      <Button icon={Share2} onPress={() => void share()}>
        {own.share}
      </Button>
      <Button
        icon={Download}
        onPress={() => saveFile(`${fileName}.txt`, text, 'text/plain;charset=utf-8')}
      >
        {own.keep}
      </Button>
      <Button icon={Printer} onPress={() => window.print()}>
        {own.print}
      </Button>
    </>
  );
}

function Parts({ said }: { readonly said: SaidReport }) {
  const { words } = useWords();
  return said.map(({ part, title, lines }) => (
    <Card key={part} title={title}>
      {lines.length === 0 ? (
        <p className={styles.small}>{words.activities.reportNothing}</p>
      ) : (
        <ul>
          {lines.map(({ id, customerId, text }) => (
            <li key={id}>
              <a className={styles.line} href={hrefOf.customer(customerId)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  ));
}
