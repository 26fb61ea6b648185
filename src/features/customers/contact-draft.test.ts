import { expect, test } from 'vitest';
import { applyContactDraft, contactDraftOf, newContact } from './contact-draft.ts';

const eve = {
  ...newContact('k1', 'c1', 1),
  name: 'Eve',
  title: 'Head of purchasing',
  role: 'buyer' as const,
  phones: ['1'],
  language: 'zh',
};

test('saving an untouched contact changes nothing', () => {
  expect(applyContactDraft(eve, contactDraftOf(eve))).toEqual(eve);
});

test('a title and a role that are taken back are absent', () => {
  const plain = applyContactDraft(eve, { ...contactDraftOf(eve), title: ' ', role: '' });
  expect(Object.keys(plain)).not.toContain('title');
  expect(Object.keys(plain)).not.toContain('role');
});

test('an empty line is no phone number', () => {
  const draft = { ...contactDraftOf(eve), phones: [' ', '2 '] };
  expect(applyContactDraft(eve, draft).phones).toEqual(['2']);
});
