import { createPortal } from 'react-dom';
import type { Paper } from './paper.ts';
import styles from './paper-view.module.css';

/** The order as it is printed: text one can select, on A4; on the screen it is not seen. */
export function PaperView({ paper }: { readonly paper: Paper }) {
  return createPortal(
    <article className={styles.paper} lang={paper.locale} aria-hidden>
      <header className={styles.top}>
        <div className={styles.lines}>
          {paper.receiver.map((line, at) => (
            <span key={line} className={at === 0 ? styles.strong : undefined}>
              {line}
            </span>
          ))}
        </div>
        <div className={`${styles.lines} ${styles.sender}`}>
          {paper.sender.map((line, at) => (
            <span key={line} className={at === 0 ? styles.strong : undefined}>
              {line}
            </span>
          ))}
        </div>
      </header>
      <h1 className={styles.title}>{paper.title}</h1>
      <p className={styles.facts}>
        {paper.facts.map(([name, value]) => `${name}: ${value}`).join('   ')}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {paper.columns.map(({ name, isNumber }) => (
              <th key={name} className={isNumber ? styles.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paper.rows.map((cells) => (
            <tr key={cells[0]}>
              {paper.columns.map(({ name, isNumber }, at) => (
                <td key={name} className={isNumber ? styles.number : undefined}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={styles.totals}>
        {paper.totals.map(({ name, value, isTotal }) => (
          <div key={name} className={isTotal ? styles.total : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {paper.note !== '' && <p className={styles.note}>{paper.note}</p>}
    </article>,
    document.body,
  );
}
