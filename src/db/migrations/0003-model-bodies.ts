/**
 * Version 3. `modelBodies`: the parameters of an ensemble, sealed, under the id of its model version:
 * screens read the manifest without opening them.
 */
export const modelBodies = { version: 3, stores: { modelBodies: 'id' } } as const;
