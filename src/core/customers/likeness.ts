import { foldPhone, foldText } from './fold-text.ts';
import { foldName, type Matched } from './match-texts.ts';
import { coreName, isSimilarName } from './similar-names.ts';

export const likenessReasons = ['email', 'phone', 'name-city', 'name', 'similar-name'] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** How sure one may be that two customers are one, 0..1, and why. */
export type Likeness = { readonly score: number; readonly reasons: readonly LikenessReason[] };

/** What two customers are compared by, folded once. */
export type Traits = {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Core names; '' for none. */
  readonly name: string;
  readonly altName: string;
  readonly city: string;
};

const present = (texts: readonly (string | undefined)[]) =>
  texts.filter((text): text is string => text !== undefined && text !== '');

export const traitsOf = (
  customer: Matched & { readonly altName?: string | undefined },
): Traits => ({
  emails: present((customer.emails ?? []).map((email) => foldText(email.trim()))),
  phones: present((customer.phones ?? []).map(foldPhone)),
  name: coreName(customer.name ?? ''),
  altName: coreName(customer.altName ?? ''),
  city: foldName(customer.address?.city ?? ''),
});

/** Fewer digits than this say nothing: they are an extension or a slip. */
const fewestDigits = 6;

/** Whether two numbers are one, with or without the country's and the trunk's digits. */
export const isSamePhone = (a: string, b: string): boolean => {
  const [short, long] = [a, b]
    .map((digits) => digits.replace(/^0+/u, ''))
    .sort((one, two) => one.length - two.length) as [string, string];
  return short.length >= fewestDigits && long.endsWith(short);
};

const anyPair = <T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean) =>
  a.some((x) => b.some((y) => same(x, y)));

/** How much each finding weighs alone. Findings are joined as independent: 1 − Π(1 − weight). */
const weights: Readonly<Record<LikenessReason, number>> = {
  email: 0.95,
  phone: 0.85,
  'name-city': 0.85,
  name: 0.6,
  'similar-name': 0.7,
};

/** Same name and place, but every number and address known is another one: two people, probably. */
const contradicted = 0.6;

const isSameText = (a: string, b: string) => a !== '' && a === b;

/** The name of one is the name, or the other name, of the other. */
const hasSameName = (a: Traits, b: Traits) =>
  isSameText(a.name, b.name) || isSameText(a.name, b.altName) || isSameText(a.altName, b.name);

const nameReason = (a: Traits, b: Traits): LikenessReason | undefined => {
  const isElsewhere = a.city !== '' && b.city !== '' && a.city !== b.city;
  if (isElsewhere) return undefined;
  if (hasSameName(a, b)) return isSameText(a.city, b.city) ? 'name-city' : 'name';
  if (a.city !== b.city) return undefined;
  // Two Chinese names of one sound: the wrong character is the typo of Chinese.
  const isSimilar = isSameText(a.altName, b.altName) || isSimilarName(a.name, b.name);
  return isSimilar ? 'similar-name' : undefined;
};

/** Compares two customers; without a finding the score is 0. */
export const compareTraits = (a: Traits, b: Traits): Likeness => {
  const reasons: LikenessReason[] = [];
  if (anyPair(a.emails, b.emails, (x, y) => x === y)) reasons.push('email');
  if (anyPair(a.phones, b.phones, isSamePhone)) reasons.push('phone');
  const reached = reasons.length > 0;
  const name = nameReason(a, b);
  if (name !== undefined) reasons.push(name);
  const joined = 1 - reasons.reduce((left, reason) => left * (1 - weights[reason]), 1);
  const isTold =
    !reached &&
    a.emails.length > 0 &&
    b.emails.length > 0 &&
    a.phones.length > 0 &&
    b.phones.length > 0;
  return { score: isTold ? joined * contradicted : joined, reasons };
};

/** From this score on two customers are shown as perhaps the same. */
export const likelyScore = 0.6;
