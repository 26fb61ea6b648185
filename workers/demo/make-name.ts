import type { Random } from '#core/seeded-random.ts';
import { between, pick } from './draw.ts';
import type { Region } from './regions.ts';
import {
  firstNames,
  legalForms,
  stems,
  type Trade,
  zhGivenNames,
  zhStems,
  zhSurnames,
} from './words.ts';

export type DemoName = { readonly name: string; readonly altName?: string };

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const languageOf = (country: Region['country']) =>
  (({ GB: 'en', IE: 'en', DE: 'de', FR: 'fr', NL: 'nl', CN: 'zh' }) as const)[country];

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

const stemOf = (random: Random, language: keyof typeof stems) =>
  pick(random, stems[language][0]) + pick(random, stems[language][1]);

const zhBusiness = (random: Random, trade: Trade, city: string): DemoName => {
  const parts = Array.from({ length: between(random, 2, 3) }, () => pick(random, zhStems));
  const stem = parts.map(([character]) => character).join('');
  const pinyin = capital(parts.map(([, sound]) => sound).join(''));
  return { name: `${city}${stem}${trade.zh}有限公司`, altName: `${pinyin} ${trade.en}` };
};

/** An invented company of a trade; a Chinese one also gets its name in Latin letters. */
export const businessName = (
  random: Random,
  country: Region['country'],
  trade: Trade,
  city: string,
): DemoName => {
  const language = languageOf(country);
  if (language === 'zh') return zhBusiness(random, trade, city);
  const stem = stemOf(random, language);
  const form = pick(random, legalForms[language]);
  const tradeFirst = language !== 'en';
  return {
    name: tradeFirst ? joined(trade[language], stem, form) : joined(stem, trade.en, form),
  };
};

/** An invented person. Family names are made-up places, too. */
export const personName = (random: Random, country: Region['country']): DemoName => {
  const language = languageOf(country);
  if (language !== 'zh')
    return { name: `${pick(random, firstNames[language])} ${stemOf(random, language)}` };
  const [surname, surnameSound] = pick(random, zhSurnames);
  const given = Array.from({ length: between(random, 1, 2) }, () => pick(random, zhGivenNames));
  return {
    name: surname + given.map(([character]) => character).join(''),
    altName: `${capital(given.map(([, sound]) => sound).join(''))} ${surnameSound}`,
  };
};
