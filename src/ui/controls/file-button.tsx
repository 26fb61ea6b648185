import type { LucideIcon } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { TriggerButton } from './button.tsx';

/** A button that asks for one file. `accept`: endings or kinds; `image/*` offers the camera too. */
export function FileButton({
  children,
  icon,
  accept,
  onFile,
  isDisabled = false,
}: {
  readonly children: string;
  readonly icon: LucideIcon;
  readonly accept?: readonly string[];
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <FileTrigger
      {...(accept === undefined ? {} : { acceptedFileTypes: accept })}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <TriggerButton icon={icon} isDisabled={isDisabled}>
        {children}
      </TriggerButton>
    </FileTrigger>
  );
}
