import type { DuplicateGroup } from '#contracts/directory.ts';
import type { DirectoryTable } from '#core/customers/directory-table.ts';
import { distinctPairId } from '#core/customers/distinct-pair.ts';
import {
  compareTraits,
  type Likeness,
  likelyScore,
  type Traits,
  traitsOf,
} from '#core/customers/likeness.ts';
import { findNearNames } from './find-near-names.ts';

/** Customers that share an e-mail or a number: more are a switchboard or a placeholder, and skipped. */
const mostSharing = 30;
/** Customers of one name in one town: more are a chain, or a file without names. */
const mostAlike = 200;
/** Customers of one group, and groups of one answer: a person looks at each. */
const mostMembers = 6;
const mostGroups = 100;

const phoneTail = 8;

/** Asked between two steps: lets messages in now and then, and says whether to stop. */
export type TakeTurn = () => Promise<boolean>;

export type Duplicates = { readonly groups: readonly DuplicateGroup[]; readonly total: number };

type Blocks = Map<string, number[]>;

const put = (blocks: Blocks, key: string, ord: number) => {
  const block = blocks.get(key);
  if (block === undefined) blocks.set(key, [ord]);
  else block.push(ord);
};

const readTraits = (table: DirectoryTable, ord: number): Traits => {
  const { name, altName, city, email, phone } = table.text;
  return traitsOf({
    name: name[ord],
    altName: altName[ord],
    emails: (email[ord] ?? '').split('\n'),
    phones: (phone[ord] ?? '').split('\n'),
    address: { city: city[ord] },
  });
};

/** Customers that share something exactly: only these, and near names, are compared at all. */
const blockExactly = (traits: readonly (Traits | undefined)[]) => {
  const shared: Blocks = new Map();
  const names: Blocks = new Map();
  traits.forEach((one, ord) => {
    if (one === undefined) return;
    for (const email of one.emails) put(shared, `e${email}`, ord);
    for (const digits of one.phones)
      if (digits.length >= phoneTail - 2) put(shared, `p${digits.slice(-phoneTail)}`, ord);
    for (const name of new Set([one.name, one.altName])) if (name !== '') put(names, name, ord);
  });
  return { shared, names };
};

type Pairs = Map<number, Likeness & { readonly a: number; readonly b: number }>;

/** Two places as one number: there are fewer than 2²⁶ customers. */
const pairKey = (a: number, b: number) => Math.min(a, b) * 2 ** 26 + Math.max(a, b);

const comparer = (
  table: DirectoryTable,
  traits: readonly (Traits | undefined)[],
  apart: ReadonlySet<string>,
) => {
  const pairs: Pairs = new Map();
  const compare = (a: number, b: number) => {
    const key = pairKey(a, b);
    if (a === b || pairs.has(key)) return;
    const likeness = compareTraits(traits[a] as Traits, traits[b] as Traits);
    if (likeness.score < likelyScore) return;
    if (apart.has(distinctPairId(table.ids[a] ?? '', table.ids[b] ?? ''))) return;
    pairs.set(key, { ...likeness, a, b });
  };
  const compareAll = (ords: readonly number[]) => {
    for (let i = 0; i < ords.length; i += 1)
      for (let j = i + 1; j < ords.length; j += 1) compare(ords[i] as number, ords[j] as number);
  };
  return { pairs, compare, compareAll };
};

/** A common name is compared within each town only. */
const splitByCity = (ords: readonly number[], traits: readonly (Traits | undefined)[]) => {
  if (ords.length <= mostSharing) return [ords];
  const towns: Blocks = new Map();
  for (const ord of ords) put(towns, traits[ord]?.city ?? '', ord);
  return [...towns.values()].filter((town) => town.length <= mostAlike);
};

/** Groups of customers linked by pairs, the surest first. */
const groupPairs = (table: DirectoryTable, pairs: Pairs): DuplicateGroup[] => {
  const groupOf = new Map<number, { members: Set<number>; score: number; reasons: Set<string> }>();
  const byScore = [...pairs.values()].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b, score, reasons } of byScore) {
    const known = groupOf.get(a) ?? groupOf.get(b);
    const group = known ?? { members: new Set(), score, reasons: new Set() };
    const isNew = !group.members.has(a) || !group.members.has(b);
    // Groups grow around the surest pair; a customer of another group, or one too many, waits.
    if (isNew && groupOf.has(a) && groupOf.has(b)) continue;
    if (isNew && group.members.size >= mostMembers) continue;
    for (const ord of [a, b]) {
      group.members.add(ord);
      groupOf.set(ord, group);
    }
    for (const reason of reasons) group.reasons.add(reason);
  }
  return [...new Set(groupOf.values())].map(({ members, score, reasons }) => ({
    ids: [...members].sort((x, y) => x - y).map((ord) => table.ids[ord] ?? ''),
    score,
    reasons: [...reasons] as DuplicateGroup['reasons'],
  }));
};

/**
 * Customers that are probably the same one, in groups, the surest first; undefined when it was told to
 * stop. Compared are only those that share an e-mail, a number or a name, and names one slip apart in
 * the same town. `apart` holds pairs a person has told apart.
 */
export const findDuplicates = async (
  table: DirectoryTable,
  apart: ReadonlySet<string>,
  takeTurn: TakeTurn,
): Promise<Duplicates | undefined> => {
  const traits: (Traits | undefined)[] = [];
  for (const [ord, id] of table.ids.entries()) {
    const isCompared = id !== null && table.text.walkIn[ord] === '';
    traits.push(isCompared ? readTraits(table, ord) : undefined);
    if (ord % 500 === 0 && (await takeTurn())) return undefined;
  }
  const { pairs, compare, compareAll } = comparer(table, traits, apart);
  const { shared, names } = blockExactly(traits);
  if (await takeTurn()) return undefined;
  for (const ords of shared.values()) if (ords.length <= mostSharing) compareAll(ords);
  for (const ords of names.values()) {
    if (ords.length < 2) continue;
    for (const part of splitByCity(ords, traits)) compareAll(part);
    if (await takeTurn()) return undefined;
  }
  for (const [a, b] of findNearNames(traits)) compare(a, b);
  if (await takeTurn()) return undefined;
  const groups = groupPairs(table, pairs);
  return { groups: groups.slice(0, mostGroups), total: groups.length };
};
