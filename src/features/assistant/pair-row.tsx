import { Pencil, Trash2 } from 'lucide-react';
import type { DialoguePair } from '#core/assistant/conversation.ts';
import { IconButton } from '#ui/controls/button.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './assistant.module.css';

/** One pair of the list, with what can be done to it. */
export function PairRow({
  pair,
  onEdit,
  onRemove,
  onUse,
}: {
  readonly pair: DialoguePair;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onUse: (enabled: boolean) => void;
}) {
  const { words } = useWords();
  const own = words.assistant.pairs;
  const { pattern, answers, enabled, language } = pair;
  return (
    <li className={`${styles.pair} ${enabled ? '' : styles.off}`}>
      <div lang={language}>
        <p className={styles.pattern}>{pattern}</p>
        <p className={styles.says}>{answers.join(' · ')}</p>
      </div>
      <Row>
        <Chip>{own.languages[language]}</Chip>
        <Switch isSelected={enabled} onChange={onUse}>
          {own.isOn}
          <span className={styles.hidden}>{pattern}</span>
        </Switch>
        <IconButton label={own.editOf(pattern)} icon={Pencil} onPress={onEdit} />
        <IconButton label={own.removeOf(pattern)} icon={Trash2} onPress={onRemove} />
      </Row>
    </li>
  );
}
