import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './keys-help.module.css';

const keys = [
  ['Ctrl K', 'palette'],
  ['/', 'search'],
  ['g t', 'today'],
  ['g c', 'customers'],
  ['g p', 'pipeline'],
  ['g i', 'insights'],
  ['g a', 'assistant'],
  ['g m', 'more'],
  ['n', 'newCustomer'],
  ['l', 'log'],
  ['j', 'down'],
  ['k', 'up'],
  ['Enter', 'open'],
  ['Esc', 'close'],
  ['Ctrl Z', 'undo'],
  ['Ctrl Y', 'redo'],
  ['?', 'help'],
] as const;

/** Every key of the app. All they do can be done by touch as well. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { words } = useWords();
  return (
    <Dialog isOpen onClose={onClose} title={words.palette.keysTitle}>
      <p>{words.palette.keysHint}</p>
      <dl className={styles.keys}>
        {keys.map(([key, act]) => (
          <div key={key} className={styles.line}>
            <dt>
              {key.split(' ').map((part) => (
                <kbd key={part} className={styles.key}>
                  {part}
                </kbd>
              ))}
            </dt>
            <dd>{words.palette.keys[act]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
