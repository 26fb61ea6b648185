/** Bytes and keys of sealing v1: AES-256-GCM under a data key that only slots can open. */

/** The keys of an unlocked vault. Both are non-extractable and can be posted to a worker. */
export type VaultKeys = {
  /** Names the data key, so that a later key can stand beside it while rows are resealed. */
  readonly kid: string;
  /** AES-256-GCM */
  readonly seal: CryptoKey;
  /** HMAC-SHA-256, for blind indexes */
  readonly match: CryptoKey;
};

/** A data key wrapped for one way of opening it. `device` opens by itself; others will ask. */
export type DeviceSlot = {
  readonly slot: 'device';
  readonly kid: string;
  /** Non-extractable AES-256-GCM key that only this browser profile holds. */
  readonly wrappingKey: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly wrapped: ArrayBuffer;
};

const aes = { name: 'AES-GCM', length: 256 } as const;
const info = (text: string) => new TextEncoder().encode(`rapport/v1/${text}`);

const deriveKeys = async (kid: string, secret: ArrayBuffer): Promise<VaultKeys> => {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const from = (purpose: string) =>
    ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: info(purpose) }) as const;
  const seal = await crypto.subtle.deriveKey(from('seal'), root, aes, false, [
    'encrypt',
    'decrypt',
  ]);
  const match = await crypto.subtle.deriveKey(
    from('match'),
    root,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  return { kid, seal, match };
};

/** Makes a new random data key and the device slot that opens it. */
export const createDeviceVault = async (
  kid: string,
): Promise<{ readonly keys: VaultKeys; readonly slot: DeviceSlot }> => {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const wrappingKey = await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: info(`slot|device|${kid}`) },
    wrappingKey,
    secret,
  );
  const keys = await deriveKeys(kid, secret.buffer);
  secret.fill(0);
  return { keys, slot: { slot: 'device', kid, wrappingKey, iv, wrapped } };
};

/** Opens a device slot. Rejects with OperationError when the slot's bytes were changed. */
export const openDeviceSlot = async (slot: DeviceSlot): Promise<VaultKeys> => {
  const secret = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: slot.iv, additionalData: info(`slot|device|${slot.kid}`) },
    slot.wrappingKey,
    slot.wrapped,
  );
  return deriveKeys(slot.kid, secret);
};
