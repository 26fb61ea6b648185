import { initialSettings, type Settings, settingsId } from '#core/settings.ts';
import { commit } from './commit.ts';
import type { Database } from './database.ts';
import { findRecord } from './sealed-table.ts';

/** The settings in force: what was saved, and the initial ones for what never was. Watch it with watch(). */
export const readSettings = async (db: Database): Promise<Settings> => ({
  ...initialSettings,
  ...(await findRecord(db, 'settings', settingsId)),
});

/** What a part of the settings form may change; undefined takes an optional one away. */
export type SettingsPart = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Settings with a part changed; what is undefined or an empty text is absent afterwards. */
export const changeSettings = (settings: Settings, part: SettingsPart): Settings =>
  Object.fromEntries(
    Object.entries({ ...settings, ...part }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  ) as Settings;

/** Saves a part of the settings, undoable. Refuses: edit-conflict, storage-full. */
export const saveSettings = (db: Database, before: Settings, part: SettingsPart, now: number) => {
  const record = { ...changeSettings(before, part), createdAt: before.createdAt || now };
  return commit(db, { label: 'settings-saved', now, writes: [{ table: 'settings', record }] });
};
