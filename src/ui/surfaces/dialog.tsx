import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './dialog.module.css';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
};

function Overlay({ isOpen, onClose, title, children, actions, look }: Props & { look: string }) {
  const { words } = useWords();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={`${styles.veil} ${look}`}
    >
      <Modal className={styles.box ?? ''}>
        <AriaDialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={words.ui.close} icon={X} onPress={onClose} />
          </div>
          {children}
          {actions !== undefined && <div className={styles.foot}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A question or a short form in the middle of the page. Escape and a tap beside it close it. */
export function Dialog(props: Props) {
  return <Overlay {...props} look="" />;
}

/** A longer panel from the side, over the full height. */
export function Sheet(props: Props) {
  return <Overlay {...props} look={styles.sheet ?? ''} />;
}

/** Asks before something that cannot be undone. The dangerous button is never the focused one. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  children,
  confirm,
  onConfirm,
}: Omit<Props, 'actions'> & { readonly confirm: string; readonly onConfirm: () => void }) {
  const { words } = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {words.ui.cancel}
          </Button>
          <Button
            look="danger"
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
