import type { FieldType } from '#core/customers/field-definition.ts';

// Traits protected by law in most countries we know of; off as features unless a person allows them.
const protectedWords = [
  'gender',
  'sex',
  'birth',
  'birthday',
  'birthdate',
  'dob',
  'nationality',
  'citizenship',
  'ethnicity',
  'race',
  'religion',
  'health',
  'disability',
  'pregnant',
];
const protectedChinese = [
  '性别',
  '生日',
  '出生',
  '国籍',
  '民族',
  '种族',
  '宗教',
  '健康',
  '残疾',
  '怀孕',
];

/** Whether a header names a protected trait (gender, birthday, nationality, health, religion…). */
export const isProtectedTrait = (header: string): boolean => {
  const words = header
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u);
  return (
    words.some((word) => protectedWords.includes(word)) ||
    protectedChinese.some((word) => header.includes(word))
  );
};

/** Whether a field is a feature without being asked about: no protected trait, no free text. */
export const isLearnable = (header: string, type: FieldType): boolean =>
  type !== 'text' && !isProtectedTrait(header);
