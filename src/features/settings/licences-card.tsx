import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './settings.module.css';

/** What is built into the app, with the licence each is given under. */
const libraries: readonly (readonly [string, string])[] = [
  ['React', 'MIT'],
  ['React Aria Components', 'Apache-2.0'],
  ['TanStack Virtual', 'MIT'],
  ['visx', 'MIT'],
  ['Lucide', 'ISC'],
  ['wouter', 'Unlicense'],
  ['Dexie.js', 'Apache-2.0'],
  ['Valibot', 'MIT'],
  ['TensorFlow.js', 'Apache-2.0'],
  ['ml-kmeans', 'MIT'],
  ['Papa Parse', 'MIT'],
  ['MiniSearch', 'MIT'],
  ['re2js', 'MIT'],
  ['Workbox', 'MIT'],
];

/** The libraries Rapport stands on. */
export function LicencesCard() {
  const { words } = useWords();
  return (
    <Card title={words.settings.licences}>
      <p>{words.settings.licencesHint}</p>
      <dl className={styles.list}>
        {libraries.map(([name, licence]) => (
          <div key={name} className={styles.licence}>
            <dt>{name}</dt>
            <dd>{licence}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
