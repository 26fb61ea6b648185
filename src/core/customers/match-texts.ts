import { foldPhone, foldText } from './fold-text.ts';

/** What of a customer, contact or product is compared when one looks for the same thing again. */
export type Matched = {
  readonly name?: string | undefined;
  readonly emails?: readonly string[] | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly address?: { readonly city?: string | undefined } | undefined;
};

/** Digits of a phone that are the same however it is written: with or without country and trunk. */
const phoneTail = 8;

/** A name without case, accents, spaces and signs: `GTX Pro` and `GTXPro` are one. */
export const foldName = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]/gu, '');

export const emailText = (email: string): string => `email|${foldText(email.trim())}`;
export const phoneText = (phone: string): string => `phone|${foldPhone(phone).slice(-phoneTail)}`;
export const nameText = (name: string, city = ''): string =>
  `name|${foldName(name)}|${foldName(city)}`;

/**
 * The texts whose blind keys find records that may be the same one: every e-mail, every phone (its
 * last 8 digits), and the name with the city. A hit is a candidate: compare the opened records.
 */
export const matchTextsOf = ({ name, emails, phones, address }: Matched): string[] => {
  const texts = new Set<string>();
  for (const email of emails ?? []) if (email.trim() !== '') texts.add(emailText(email));
  for (const phone of phones ?? [])
    if (foldPhone(phone).length >= phoneTail - 2) texts.add(phoneText(phone));
  if (name !== undefined && foldName(name) !== '') texts.add(nameText(name, address?.city));
  return [...texts];
};
