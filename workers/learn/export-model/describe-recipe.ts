import { missingLevel } from '#core/predictions/fit-recipe.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { RecipeColumn } from '#core/predictions/recipe-column.ts';
import type { RichRecipe } from '#core/predictions/rich-recipe.ts';
import { widthOfSpread } from '#core/predictions/spread.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { inputParts } from './model-inputs.ts';
import type { CodePart } from './tree-codes.ts';

/** A column of the table as inputs of the matrix: the names of its inputs, in order, and the numbers they need. */
type Described = { readonly inputs: readonly string[]; readonly column: object };

const levelInputs = (name: string, levels: readonly string[]): string[] =>
  levels.map((level) => `${name} = ${level === missingLevel ? '(missing)' : level}`);

const simpleColumn = (column: RecipeColumn): Described => ({
  inputs: column.kind === 'choice' ? levelInputs(column.name, column.levels) : [column.name],
  column: { ...column, rule: column.kind === 'choice' ? 'one-hot' : `standardised-${column.kind}` },
});

const richColumn = (column: RichRecipe['columns'][number]): Described => {
  if (column.kind === 'choice')
    return {
      inputs: levelInputs(column.name, column.levels),
      column: { ...column, rule: 'one-hot' },
    };
  const bins = widthOfSpread(column.spread) - 1;
  const { name } = column;
  return {
    inputs: [
      `${name} (normal quantile)`,
      ...Array.from({ length: bins }, (_, bin) => `${name} (bin ${bin + 1})`),
      `${name} (missing)`,
    ],
    column: { ...column, rule: `spread-${column.kind}` },
  };
};

const codeColumn = ({ field }: CodePart): Described => {
  if (field.kind === 'choice')
    return {
      inputs: [`${field.name} = (never seen)`, ...levelInputs(field.name, field.levels)],
      column: { ...field, rule: 'one-hot-code' },
    };
  return {
    inputs: [`${field.name} (code)`, `${field.name} (missing)`],
    column: { ...field, rule: `code-${field.kind}` },
  };
};

/** Columns with the place of their first input in the matrix. */
const place = (columns: readonly Described[], from: number) => {
  let at = from;
  return columns.map(({ inputs, column }) => {
    const placed = { at, width: inputs.length, ...column };
    at += inputs.length;
    return placed;
  });
};

const partsOf = ({ recipe, ensemble }: FinalModel) => {
  if (ensemble === undefined)
    return [{ name: 'all', from: 0, columns: recipe.columns.map(simpleColumn) }];
  const { logistic, network } = ensemble;
  return inputParts(ensemble).parts.map(({ name, from, codes = [] }) => {
    if (name === 'trees') return { name, from, columns: codes.map(codeColumn) };
    return name === 'network'
      ? { name, from, columns: (network?.recipe.columns ?? []).map(richColumn) }
      : { name, from, columns: logistic.columns.map(simpleColumn) };
  });
};

/** What each rule does, for somebody who writes it again in another language. */
const rules = {
  values:
    'A text is trimmed; an empty one is missing. yes/no values are the texts "yes" and "no" in choices, 1 and 0 in numbers. A number that is not finite, or beyond 1e100, is missing. A day is YYYY-MM-DD, counted in whole days since 1970-01-01.',
  'one-hot':
    'One input per level, in order: 1 where the value is that level, else 0. The level "" stands for a missing value. A value that is no level leaves all of them 0.',
  'standardised-number':
    '(value - mean) / deviation, held within -1000 and 1000; where it is missing, with the median as the value.',
  'standardised-date': 'As standardised-number, the value being asOfDay - day.',
  'spread-number':
    'First input: the value looked up among spread.values and replaced by spread.normals, linear between two, flat beyond the ends. Then, where there are three edges or more, one input per bin between neighbouring edges: (value - lower) / (upper - lower), held within 0 and 1. Last input: 1 where the value is missing. Where it is missing all others are 0.',
  'spread-date': 'As spread-number, the value being the day.',
  'code-number':
    'First input: 0 where the value is missing, else 1 + the number of cuts that are not above the value. Second input: 1 where it is missing, else 0.',
  'code-date': 'As code-number, the value being the day.',
  'one-hot-code':
    'One input per level and one before them: that one is 1 where the value is none of the levels. The level "" stands for a missing value.',
} as const;

/** Names of the matrix's inputs, in order. */
export const inputNames = (final: FinalModel): readonly string[] =>
  partsOf(final).flatMap(({ name, columns }) =>
    columns.flatMap(({ inputs }) => inputs.map((input) => `${name}: ${input}`)),
  );

/** `recipe.json`: all it takes to turn a row of the table into a row of the matrix. */
export const describeRecipe = ({ kind, target }: ModelVersion, final: FinalModel) => {
  const inputs = inputNames(final);
  return {
    format: 'rapport-recipe',
    version: 1,
    model: kind,
    target,
    width: inputs.length,
    rules,
    parts: partsOf(final).map(({ name, from, columns }) => ({
      name,
      from,
      columns: place(columns, from),
    })),
    inputs,
  };
};
