import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';

/** What Rapport itself knows of a customer, without a field. */
const own = new Set(['city', 'country', 'kind']);

/** Columns a model learned from that were deleted since, by the names they had; what is reckoned from orders is always there. */
export const columnsGone = (
  model: Pick<ModelVersion, 'recipe' | 'fromOrders'> | undefined,
  fields: readonly Pick<FieldDefinition, 'key' | 'label' | 'deletedAt'>[],
): readonly string[] =>
  (model === undefined || model.fromOrders !== undefined ? [] : model.recipe.columns).flatMap(
    ({ name }) => {
      const field = fields.find(({ key }) => key === name);
      const isThere = field === undefined ? own.has(name) : field.deletedAt === undefined;
      return isThere ? [] : [field?.label ?? name];
    },
  );
