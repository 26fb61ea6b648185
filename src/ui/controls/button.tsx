import type { LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet';

type Props = {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  /** For a button that opens or shuts something. */
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-describedby'?: string;
  /** Where the words on it are the same in every row: what it is about, read aloud. */
  readonly 'aria-label'?: string;
};

type Bare = Omit<Props, 'look' | 'icon'> & { readonly className: string };

/** The element itself: one of the page's own costs a tenth of what react-aria's does, and a screen has many. */
function Bare({ onPress, isDisabled = false, type = 'button', ...rest }: Bare) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // Safari leaves the focus where it was; a dialog gives it back to what opened it.
    event.currentTarget.focus({ preventScroll: true });
    onPress?.();
  };
  return <button {...rest} type={type} disabled={isDisabled} onClick={press} />;
}

/** A button with words on it, 48 px high. `look` says how much it wants to be pressed. */
export function Button({ children, look = 'plain', icon: Icon, ...rest }: Props) {
  return (
    <Bare {...rest} className={`${styles.button} ${styles[look] ?? ''}`}>
      {Icon && <Icon size={20} aria-hidden />}
      {children}
    </Bare>
  );
}

/** A button with an icon alone; `label` is read aloud. */
export function IconButton({
  label,
  icon: Icon,
  look = 'quiet',
  ...rest
}: Omit<Props, 'children' | 'icon'> & { readonly label: string; readonly icon: LucideIcon }) {
  return (
    <Bare
      {...rest}
      aria-label={label}
      className={`${styles.button} ${styles.icon} ${styles[look] ?? ''}`}
    >
      <Icon size={22} aria-hidden />
    </Bare>
  );
}

/** A button that a trigger of react-aria around it listens to. */
export function TriggerButton({
  children,
  look = 'plain',
  icon: Icon,
  isDisabled = false,
}: Pick<Props, 'children' | 'look' | 'icon' | 'isDisabled'>) {
  return (
    <AriaButton isDisabled={isDisabled} className={`${styles.button} ${styles[look] ?? ''}`}>
      {Icon && <Icon size={20} aria-hidden />}
      {children}
    </AriaButton>
  );
}

/** A link that looks like a button. `href` is a place of the app (`hrefOf`) or a download. */
export function ButtonLink({
  href,
  children,
  look = 'plain',
  icon: Icon,
  download,
  'aria-label': label,
  isOutside = false,
}: {
  readonly href: string;
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  readonly download?: string;
  readonly 'aria-label'?: string;
  /** Leaves the app: opened beside it, and told nothing of where it came from. */
  readonly isOutside?: boolean;
}) {
  return (
    <a
      href={href}
      className={`${styles.button} ${styles[look] ?? ''}`}
      {...(download === undefined ? {} : { download })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(isOutside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {Icon && <Icon size={20} aria-hidden />}
      {children}
    </a>
  );
}
