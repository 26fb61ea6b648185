import { Pause, Play } from 'lucide-react';
import { useWords } from '#ui/words/words-context.tsx';
import { Button } from './button.tsx';

export type Pausing = {
  readonly state: 'working' | 'asked' | 'resting';
  readonly set: (isPaused: boolean) => void;
};

/** Lets long work rest, and go on where it was. */
export function PauseButton({ pause: { state, set } }: { readonly pause: Pausing }) {
  const { words } = useWords();
  const isPaused = state !== 'working';
  return (
    <Button icon={isPaused ? Play : Pause} onPress={() => set(!isPaused)}>
      {isPaused ? words.ui.resume : words.ui.pause}
    </Button>
  );
}
