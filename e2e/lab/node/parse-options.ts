import { labFailure } from './lab-failure.ts';
import { splitList } from './split-list.ts';

/** What an option takes. `list` is a comma list that may be repeated, `texts` may be repeated whole. */
export type OptionKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'texts' }
  | { readonly kind: 'list' }
  | { readonly kind: 'whole'; readonly atLeast: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] };

export type OptionTable = Readonly<Record<string, OptionKind>>;

export type Options = {
  readonly files: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly whole: (name: string) => number | undefined;
  /** Throws a usage failure when the option is absent. */
  readonly needed: (name: string) => string;
};

/** What every command takes. */
export const sharedOptions: OptionTable = {
  report: { kind: 'text' },
  seed: { kind: 'whole', atLeast: 0 },
  backend: { kind: 'choice', of: ['auto', 'simd', 'webgl', 'wasm', 'cpu'] },
  timeout: { kind: 'whole', atLeast: 1 },
};

const usage = (message: string) => labFailure(2, 'usage', message);

const readValue = (name: string, kind: OptionKind, value: string): readonly string[] => {
  if (kind.kind === 'choice' && !kind.of.includes(value))
    throw usage(`--${name} takes one of ${kind.of.join(', ')}; not ${JSON.stringify(value)}`);
  if (kind.kind === 'whole' && !(/^\d+$/u.test(value) && Number(value) >= kind.atLeast))
    throw usage(
      `--${name} takes a whole number from ${kind.atLeast}; not ${JSON.stringify(value)}`,
    );
  if (kind.kind !== 'list') return [value];
  const names = splitList(value);
  if (names === undefined) throw usage(`--${name}: a quote is not closed in ${value}`);
  return names;
};

/**
 * Reads `--name value` and `--name=value`; everything else is a file. Unknown options, a missing
 * value and an option given twice that may not be are usage failures.
 */
export const parseOptions = (table: OptionTable, words: readonly string[]): Options => {
  const known = { ...sharedOptions, ...table };
  const values = new Map<string, readonly string[]>();
  const files: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined) throw usage(`There is no option --${name} here.`);
    if (equals < 0) at += 1;
    const value = equals < 0 ? words[at] : word.slice(equals + 1);
    if (value === undefined) throw usage(`--${name} needs a value.`);
    const before = values.get(name) ?? [];
    if (before.length > 0 && kind.kind !== 'list' && kind.kind !== 'texts')
      throw usage(`--${name} may be given once.`);
    values.set(name, [...before, ...readValue(name, kind, value)]);
  }
  return asOptions(files, values);
};

const asOptions = (
  files: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): Options => {
  const text = (name: string) => values.get(name)?.[0];
  return {
    files,
    text,
    texts: (name) => values.get(name) ?? [],
    whole: (name) => {
      const value = text(name);
      return value === undefined ? undefined : Number(value);
    },
    needed: (name) => {
      const value = text(name);
      if (value === undefined) throw usage(`--${name} is needed.`);
      return value;
    },
  };
};
