import { useEffect, useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { Settings } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { readSettings, type SettingsPart, saveSettings } from '#db/read-settings.ts';
import { watch } from '#db/watch.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { announce } from '#ui/feedback/announce.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';

/** One card of the settings as a form: what is shown, what was changed in it, and how to save that. */
export type SettingsForm = {
  /** Undefined until read. */
  readonly shown: Settings | undefined;
  readonly change: (part: SettingsPart) => void;
  readonly isChanged: boolean;
  readonly save: () => Promise<void>;
  readonly refusal: Refusal | undefined;
};

/** Holds while `isHeld`: an update must not reload the page away from under a form. */
export const useHeldWork = (isHeld: boolean): void => {
  useEffect(() => (isHeld ? holdUnsavedWork() : undefined), [isHeld]);
};

/** Nothing is written before Save; what another card or tab saves meanwhile is shown at once. */
export const useSettingsForm = (db: Database): SettingsForm => {
  const { words } = useWords();
  const stored = useWatch(() => watch(() => readSettings(db)), [db]);
  const [part, setPart] = useState<SettingsPart>({});
  const [refusal, setRefusal] = useState<Refusal>();
  const isChanged = Object.keys(part).length > 0;
  useHeldWork(isChanged);
  const save = async () => {
    if (stored === undefined || !isChanged) return;
    const saved = await saveSettings(db, stored, part, Date.now());
    setRefusal(saved.ok ? undefined : saved.refusal);
    if (!saved.ok) return;
    setPart({});
    announce(words.shell.changes['settings-saved']);
  };
  return {
    shown: stored === undefined ? undefined : ({ ...stored, ...part } as Settings),
    change: (next) => setPart((before) => ({ ...before, ...next })),
    isChanged,
    save,
    refusal,
  };
};
