import type { ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import type { FinalModel } from './train-final.ts';

/** A saved model, ready to score. Refuses: model-missing. */
export const openModel = async (
  db: Database,
  modelId: string,
): Promise<Result<{ readonly model: ModelVersion; readonly final: FinalModel }>> => {
  const model = await findRecord(db, 'models', modelId);
  if (model === undefined) return refuse('model-missing');
  const parameters = model.weights.map(({ shape, values }) => ({
    shape,
    values: Float32Array.from(values),
  }));
  if (model.kind !== 'ensemble')
    return accept({ model, final: { recipe: model.recipe, parameters } });
  const ensemble = await findRecord(db, 'modelBodies', model.id);
  return ensemble === undefined
    ? refuse('model-missing')
    : accept({ model, final: { recipe: model.recipe, parameters, ensemble } });
};
