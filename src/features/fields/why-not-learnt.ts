import type { FieldType } from '#core/customers/field-definition.ts';
import { isProtectedTrait } from '#core/predictions/is-protected-trait.ts';

/** Why a field is not learnt from unless somebody says so; undefined when it is. */
export const whyNotLearnt = ({
  label,
  type,
}: {
  readonly label: string;
  readonly type: FieldType;
}): 'protected' | 'text' | undefined => {
  if (isProtectedTrait(label)) return 'protected';
  return type === 'text' ? 'text' : undefined;
};
