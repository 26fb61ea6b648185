import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { isSetAside } from '#core/predictions/compare-models.ts';
import { hasSignal } from '#core/predictions/judge-model.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Recommendation } from '#core/recommendations/recommendation.ts';
import type { Database } from '#db/database.ts';
import { listFieldDefinitions } from '#db/list-field-definitions.ts';
import { readMeta } from '#db/meta.ts';
import { readSettings } from '#db/read-settings.ts';
import { listRecords } from '#db/sealed-table.ts';

export type ListKind = NonNullable<Recommendation['list']>;

/** A list of customers worth a step, and the model it goes by. */
export type SuggestionList = { readonly kind: ListKind; readonly model: ModelVersion };

export type Lists = {
  readonly lists: readonly SuggestionList[];
  /** Models that would have a list if they were better than guessing. */
  readonly withoutSignal: readonly ModelVersion[];
  readonly fields: readonly FieldDefinition[];
  readonly currency: string;
  readonly seq: number;
};

const isLost = ({ fromOrders }: ModelVersion): boolean => fromOrders?.target.kind === 'lost';
const isBuys = ({ fromOrders }: ModelVersion): boolean => fromOrders?.target.kind === 'buys';

/**
 * At risk by the newest model of who stops; likely by the model in use, or, where that tells who
 * stops, by the newest that tells who buys. A candidate nobody has put in use makes none. Both may stand side by side: scores are kept with a model.
 */
export const chooseLists = (
  kept: readonly ModelVersion[],
  active: string | undefined,
): readonly SuggestionList[] => {
  const models = kept.filter((model) => model.id === active || !isSetAside(model));
  const inUse = models.find(({ id }) => id === active);
  const lost = inUse !== undefined && isLost(inUse) ? inUse : models.find(isLost);
  const likely = inUse !== undefined && !isLost(inUse) ? inUse : models.find(isBuys);
  return [
    ...(lost === undefined ? [] : [{ kind: 'at-risk' as const, model: lost }]),
    ...(likely === undefined ? [] : [{ kind: 'likely' as const, model: likely }]),
  ];
};

/** What the lists are made from; whoever is on them, the worker knows. */
export const readLists = async (db: Database): Promise<Lists> => {
  const [models, { activeModel, seq }, fields, { currency }] = await Promise.all([
    listRecords(db, 'models', { index: 'createdAt', reverse: true }),
    readMeta(db),
    listFieldDefinitions(db, 'customers'),
    readSettings(db),
  ]);
  const chosen = chooseLists(models, activeModel);
  return {
    lists: chosen.filter(({ model }) => hasSignal(model)),
    withoutSignal: chosen.flatMap(({ model }) => (hasSignal(model) ? [] : model)),
    fields,
    currency,
    seq,
  };
};
