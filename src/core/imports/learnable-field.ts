import type { FieldType } from '#core/customers/field-definition.ts';
import { isProtectedTrait } from '#core/predictions/is-protected-trait.ts';

/** Whether a field is a feature without being asked about: no protected trait, no free text. */
export const isLearnable = (header: string, type: FieldType): boolean =>
  type !== 'text' && !isProtectedTrait(header);
