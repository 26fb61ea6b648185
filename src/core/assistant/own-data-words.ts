/** What an answer about own data says, in one language. Facts go in, sentences come out. */
export type OwnDataWords = {
  /** The shown name of a customer whose file had none; `place` counts from 1. */
  readonly nameless: (place: number) => string;
  readonly columns: {
    readonly customer: string;
    readonly city: string;
    readonly likelihood: string;
    readonly segment: string;
    readonly customers: string;
    readonly share: string;
    readonly lastOrder: string;
    readonly number: string;
    readonly total: string;
  };
  readonly noCustomers: string;
  readonly noModel: string;
  readonly noSegments: string;
  readonly noScores: string;
  readonly likelyBuyers: (facts: {
    readonly shown: number;
    readonly scored: number;
    readonly least: boolean;
    readonly target: string;
    readonly modelDay: string;
  }) => string;
  readonly customerScore: (facts: {
    readonly name: string;
    readonly likelihood: string;
    readonly target: string;
    readonly modelDay: string;
  }) => string;
  readonly customerNotScored: (name: string) => string;
  readonly segments: (facts: { readonly segments: number; readonly customers: number }) => string;
  readonly segmentSize: (facts: {
    readonly segment: string;
    readonly size: number;
    readonly customers: number;
    readonly share: string;
  }) => string;
  readonly segmentUnknown: (written: string) => string;
  readonly customerCount: (customers: number) => string;
  readonly lastOrder: (facts: {
    readonly name: string;
    readonly day: string;
    readonly ago: string;
    readonly orders: number;
  }) => string;
  readonly noOrder: (name: string) => string;
  readonly namesakes: (facts: { readonly name: string; readonly found: number }) => string;
  readonly nameUnknown: (written: string) => string;
  readonly nameMissing: string;
  readonly whichCustomer: (facts: {
    readonly written: string;
    readonly isGuess: boolean;
  }) => string;
  readonly isRead: (facts: { readonly written: string; readonly name: string }) => string;
  readonly ask: {
    readonly likelyBuyers: string;
    readonly segments: string;
    readonly segmentSize: (segment: string) => string;
    readonly lastOrder: (name: string) => string;
    readonly customerScore: (name: string) => string;
  };
  readonly fallbacks: readonly string[];
  readonly serviceFallbacks: readonly string[];
  readonly ago: (days: number) => string;
};
