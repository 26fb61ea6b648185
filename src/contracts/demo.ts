/** workers/demo: the seeded demo data, written like any import and removed like one. */
export type DemoContract = {
  /** Starts the worker and opens the database, so that filling begins at once. Writes nothing. */
  prepare: { input: Record<string, never>; output: Record<string, never>; progress: never };
  fill: {
    input: {
      readonly importId: string;
      readonly customers: number;
      readonly seed: number;
      /** The demo's orders end today. */
      readonly now: number;
      readonly currency: string;
    };
    output: {
      readonly customers: number;
      readonly contacts: number;
      readonly orders: number;
      readonly products: number;
      readonly activities: number;
      readonly tasks: number;
      readonly deals: number;
      readonly ms: number;
    };
    /** `usable`: the first customers stand there with their orders. */
    progress: { readonly fraction: number; readonly usable: boolean };
  };
};
