import type { FieldDefinition, FieldType } from '#core/customers/field-definition.ts';
import { isLearnable } from '#core/imports/learnable-field.ts';

/** A custom field as the form shows it. */
export type FieldDraft = {
  readonly label: string;
  readonly type: FieldType;
  readonly choices: readonly string[];
  /** Undefined while nobody has said: then its name and type decide. */
  readonly learnable: boolean | undefined;
};

export const fieldDraftOf = (field: FieldDefinition | undefined): FieldDraft => ({
  label: field?.label ?? '',
  type: field?.type ?? 'text',
  choices: field?.choices ?? [],
  learnable: field?.learnable,
});

/** Whether the field is learnt from: as somebody said, or by its name and type. */
export const isLearnt = ({ label, type, learnable }: FieldDraft): boolean =>
  learnable ?? isLearnable(label, type);

export type FieldFault = 'label' | 'taken' | 'choices';

/** What keeps a field from being saved. `others`: the fields of the same table in use. */
export const faultsOf = (
  { label, type, choices }: FieldDraft,
  others: readonly FieldDefinition[],
): readonly FieldFault[] => {
  const wanted = label.trim().toLowerCase();
  return [
    ...(wanted === '' ? (['label'] as const) : []),
    ...(others.some((other) => other.label.toLowerCase() === wanted) ? (['taken'] as const) : []),
    ...(type === 'choice' && choices.length === 0 ? (['choices'] as const) : []),
  ];
};

/** A key nobody has: the label, made unique as an import does with a header that a file repeats. */
const freeKey = (label: string, taken: ReadonlySet<string>): string => {
  let key = label;
  for (let at = 2; taken.has(key); at += 1) key = `${label} ${at}`;
  return key;
};

const withChoices = ({ type, choices }: FieldDraft) =>
  type === 'choice' ? { choices: [...choices] } : {};

/** The field with the form's values. Its key stays: values are found by it, whatever it is called. */
export const applyFieldDraft = (field: FieldDefinition, draft: FieldDraft): FieldDefinition => {
  const { choices: _, ...rest } = field;
  return {
    ...rest,
    label: draft.label.trim(),
    type: draft.type,
    ...withChoices(draft),
    learnable: isLearnt(draft),
  };
};

/**
 * A new field. One that was deleted under the same name and type comes back instead, with the values
 * records still hold of it. `known`: all fields of the table, deleted ones included.
 */
export const makeField = (
  draft: FieldDraft,
  entity: FieldDefinition['entity'],
  known: readonly FieldDefinition[],
  id: string,
  now: number,
): FieldDefinition => {
  const label = draft.label.trim();
  const same = known.find(
    ({ key, type, deletedAt }) => deletedAt !== undefined && key === label && type === draft.type,
  );
  if (same !== undefined) {
    const { deletedAt: _, ...revived } = same;
    return applyFieldDraft(revived, draft);
  }
  const key = freeKey(label, new Set(known.map((field) => field.key)));
  const { type } = draft;
  const blank = { id, createdAt: now, updatedAt: now, rev: 0, entity, key, label, type };
  return applyFieldDraft({ ...blank, learnable: false }, draft);
};
