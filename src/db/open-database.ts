import { Dexie } from 'dexie';
import { accept, type Result, refuse } from '#core/result.ts';
import { createDeviceVault, openDeviceSlot, type VaultKeys } from '#sealing/v1/vault.ts';
import { type Database, isNewer, makeDexie, type RapportDexie } from './database.ts';
import { exclusive } from './exclusive.ts';
import { refusalOf } from './storage-refusal.ts';

const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const createVault = async (dexie: RapportDexie): Promise<VaultKeys> => {
  const { keys, slot } = await createDeviceVault(`k${randomId()}`);
  await dexie.transaction('rw', [dexie.meta, dexie.keyring], async () => {
    await dexie.meta.bulkAdd([
      { key: 'installId', value: randomId() },
      { key: 'seq', value: 0 },
    ]);
    await dexie.keyring.add(slot);
  });
  return keys;
};

/** Two tabs of a first start must not make two keys. */
const unlock = (dexie: RapportDexie): Promise<Result<VaultKeys>> =>
  exclusive(`rapport-vault:${dexie.name}`, async () => {
    const slot = await dexie.keyring.get('device');
    if (slot === undefined) {
      if ((await dexie.meta.count()) > 0) return refuse('vault-locked');
      return accept(await createVault(dexie));
    }
    try {
      return accept(await openDeviceSlot(slot));
    } catch {
      return refuse('vault-damaged');
    }
  });

/**
 * Opens a database at the version of this code and unlocks it. A database that does not exist yet
 * is made, with a new data key in a device slot.
 * Refuses: database-newer, database-blocked, storage-unavailable, storage-full, vault-locked,
 * vault-damaged.
 */
export const openDatabase = async (name: string, keys?: VaultKeys): Promise<Result<Database>> => {
  const dexie = makeDexie(name);
  try {
    await dexie.open();
    if (isNewer(dexie)) {
      dexie.close({ disableAutoOpen: true });
      return refuse('database-newer');
    }
    if (keys !== undefined) return accept({ dexie, name, keys });
    const unlocked = await unlock(dexie);
    if (unlocked.ok) return accept({ dexie, name, keys: unlocked.value });
    dexie.close({ disableAutoOpen: true });
    return unlocked;
  } catch (error) {
    dexie.close({ disableAutoOpen: true });
    return { ok: false, refusal: refusalOf(error) };
  }
};

/** Closes a database; nothing reopens it by accident. */
export const closeDatabase = (db: Database): void => {
  db.dexie.close({ disableAutoOpen: true });
};

/** Deletes a database with everything in it, keys included. */
export const eraseDatabase = async (name: string): Promise<void> => {
  await Dexie.delete(name);
};
