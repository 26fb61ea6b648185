import { describe, expect, test } from 'vitest';
import { blindIndex, openJson, sealJson } from './envelope.ts';
import { createDeviceVault, openDeviceSlot } from './vault.ts';

const binding = { table: 'customers', id: 'a', rev: 1, schema: 1 };

describe('sealing v1', () => {
  test('a sealed customer opens again with the key of its device slot', async () => {
    const { keys, slot } = await createDeviceVault('k1');
    const envelope = await sealJson(keys, binding, { name: '华联 Ltd' });
    expect(await openJson(await openDeviceSlot(slot), binding, envelope)).toEqual({
      name: '华联 Ltd',
    });
  });

  test('a body moved to another row, revision or table does not open', async () => {
    const { keys } = await createDeviceVault('k1');
    const envelope = await sealJson(keys, binding, { name: 'Acme' });
    for (const other of [{ id: 'b' }, { rev: 2 }, { table: 'orders' }, { schema: 2 }])
      await expect(openJson(keys, { ...binding, ...other }, envelope)).rejects.toThrow();
  });

  test('a changed byte is refused, wherever it is', async () => {
    const { keys } = await createDeviceVault('k1');
    const envelope = await sealJson(keys, binding, { name: 'Acme' });
    for (let at = 0; at < envelope.ct.byteLength; at++) {
      const ct = envelope.ct.slice(0);
      const bytes = new Uint8Array(ct);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await expect(openJson(keys, binding, { ...envelope, ct })).rejects.toThrow();
    }
  });

  test('another vault opens nothing', async () => {
    const one = await createDeviceVault('k1');
    const two = await createDeviceVault('k1');
    const envelope = await sealJson(one.keys, binding, 1);
    await expect(openJson(two.keys, binding, envelope)).rejects.toThrow();
  });

  test('the keys cannot be read out', async () => {
    const { keys, slot } = await createDeviceVault('k1');
    for (const key of [keys.seal, keys.match, slot.wrappingKey])
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  test('equal external ids give equal blind keys, in one vault only', async () => {
    const one = (await createDeviceVault('k1')).keys;
    const two = (await createDeviceVault('k2')).keys;
    expect(await blindIndex(one, 'external', '17850')).toBe(
      await blindIndex(one, 'external', '17850'),
    );
    expect(await blindIndex(one, 'external', '17850')).not.toBe(
      await blindIndex(two, 'external', '17850'),
    );
    expect(await blindIndex(one, 'external', '17850')).not.toBe(
      await blindIndex(one, 'email', '17850'),
    );
  });
});
