import { expect, test } from 'vitest';
import { holdUnsavedWork, ifNoTabHasUnsavedWork, whenAllIsSaved } from './unsaved-work.ts';

const isFree = () => ifNoTabHasUnsavedWork(() => undefined);

test('an update is not taken while a form has unsaved work, and is when the last one is saved', async () => {
  expect(await isFree()).toBe(true);
  const saveFirst = holdUnsavedWork();
  const saveSecond = holdUnsavedWork();
  expect(await isFree()).toBe(false);
  saveFirst();
  saveFirst();
  expect(await isFree()).toBe(false);
  saveSecond();
  await expect.poll(isFree).toBe(true);
});

test('a reload that is due waits for the last unsaved work of the tab', () => {
  const seen: string[] = [];
  whenAllIsSaved(() => seen.push('at once'));
  const save = holdUnsavedWork();
  whenAllIsSaved(() => seen.push('afterwards'));
  expect(seen).toEqual(['at once']);
  save();
  expect(seen).toEqual(['at once', 'afterwards']);
});
