import type { VaultKeys } from './vault.ts';

/** A sealed body. 96-bit random nonce, 128-bit tag at the end of `ct` (NIST SP 800-38D). */
export type Envelope = {
  readonly kid: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: ArrayBuffer;
};

/** What a body is bound to: moved to another table, row, revision or schema it does not open. */
export type Binding = {
  readonly table: string;
  readonly id: string;
  readonly rev: number;
  readonly schema: number;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

const additionalData = ({ table, id, rev, schema }: Binding) =>
  encoder.encode(`${table}|${id}|${rev}|${schema}`);

/** Seals a JSON value. */
export const sealJson = async (
  keys: VaultKeys,
  binding: Binding,
  value: unknown,
): Promise<Envelope> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = encoder.encode(JSON.stringify(value));
  const ct = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: additionalData(binding) },
    keys.seal,
    plain,
  );
  return { kid: keys.kid, iv, ct };
};

/** Opens what sealJson made. Rejects with OperationError when a byte or the binding differs. */
export const openJson = async (
  keys: VaultKeys,
  binding: Binding,
  envelope: Envelope,
): Promise<unknown> => {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: envelope.iv, additionalData: additionalData(binding) },
    keys.seal,
    envelope.ct,
  );
  return JSON.parse(decoder.decode(plain));
};

/** Blind index of a text: equal texts of one purpose give equal keys, nothing else is told. */
export const blindIndex = async (
  keys: VaultKeys,
  purpose: string,
  text: string,
): Promise<string> => {
  const mac = await crypto.subtle.sign('HMAC', keys.match, encoder.encode(`${purpose}|${text}`));
  const bytes = new Uint8Array(mac, 0, 16);
  return btoa(String.fromCharCode(...bytes));
};
