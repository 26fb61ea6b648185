import type { CardLine } from './unfold-card.ts';

/** The columns of cards as a table. A cell with several values has one on each line. */
export const cardColumns = [
  'Name',
  'Other name',
  'Organisation',
  'Title',
  'Phone',
  'Email',
  'Street',
  'City',
  'Region',
  'Postcode',
  'Country',
  'More addresses',
  'Website',
  'Birthday',
  'Tags',
  'Note',
  'More',
] as const;

const plainText = (text: string): string =>
  text.replace(/\\([\s\S])/gu, (_, letter: string) => (/n/iu.test(letter) ? '\n' : letter)).trim();

/** The parts of a value, split where the mark is not escaped. */
const partsOf = (value: string, mark: ';' | ','): string[] => {
  const parts: string[] = [''];
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at] ?? '';
    if (letter === '\\') {
      parts[parts.length - 1] += value.slice(at, at + 2);
      at += 1;
    } else if (letter === mark) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map(plainText);
};

const chinese = /^[\p{Script=Han}\s·]+$/u;

/** A name from its parts: the family's first where names are Chinese. */
const nameOf = (value: string): string => {
  const [family = '', given = '', middle = '', before = '', after = ''] = partsOf(value, ';');
  if (chinese.test(`${family}${given}`)) return `${family}${middle}${given}`;
  return [before, given, middle, family, after].filter((part) => part !== '').join(' ');
};

type Address = readonly [
  street: string,
  city: string,
  region: string,
  code: string,
  country: string,
];

const addressOf = (value: string): Address => {
  const [box = '', more = '', street = '', city = '', region = '', code = '', country = ''] =
    partsOf(value, ';');
  const line = [street, more, box].filter((part) => part !== '').join(', ');
  return [line, city, region, code, country];
};

const day = (value: string): string => {
  const [, year, month, date] = /^(\d{4})-?(\d{2})-?(\d{2})/u.exec(value.trim()) ?? [];
  return year === undefined ? plainText(value) : `${year}-${month}-${date}`;
};

const uri = (value: string): string => plainText(value).replace(/^(?:tel|mailto):/iu, '');

const said = new Set(
  'N FN ORG TITLE TEL EMAIL ADR URL BDAY CATEGORIES NOTE NICKNAME SORT-STRING'.split(' '),
);

/** Lines that say something about the card or its program, not about the person. */
const silent =
  /^(?:BEGIN|END|VERSION|PRODID|REV|UID|CLIENTPIDMAP|PHOTO|LOGO|SOUND|KEY|LABEL|X-ABLABEL|SOURCE|PROFILE|MAILER)$/u;

const attachment = /^(?:PHOTO|LOGO|SOUND|KEY)$/u;

/** Pictures, sounds and keys of a card: they have no column. */
export const countAttached = (lines: readonly CardLine[]): number =>
  lines.filter(({ name, value }) => attachment.test(name) && value.trim() !== '').length;

/** What no column has: kept as words, with the label its group was given. */
const rest = (lines: readonly CardLine[]): string[] => {
  const labels = new Map(
    lines
      .filter(({ name, group }) => name === 'X-ABLABEL' && group !== '')
      .map(({ group, value }) => [group, plainText(value).replace(/^_\$!<(.*)>!\$_$/u, '$1')]),
  );
  return lines
    .filter(({ name }) => !said.has(name) && !silent.test(name))
    .map(({ name, group, value }) => `${labels.get(group) ?? name}: ${plainText(value)}`)
    .filter((line) => !/: $/u.test(line));
};

const isFilled = (text: string): boolean => text !== '';

/** A card as a row of `cardColumns`; undefined where it names neither a person nor an organisation. */
export const readCard = (lines: readonly CardLine[]): string[] | undefined => {
  const all = (name: string) =>
    lines.filter((line) => line.name === name).map(({ value }) => value);
  const [organisation = '', ...units] = partsOf(all('ORG')[0] ?? '', ';').filter(isFilled);
  const phones = all('TEL').map(uri).filter(isFilled);
  const emails = all('EMAIL').map(uri).filter(isFilled);
  const full = plainText(all('FN')[0] ?? '') || nameOf(all('N')[0] ?? '');
  const name = full || organisation || emails[0] || phones[0];
  if (name === undefined) return undefined;
  const [first, ...others] = all('ADR')
    .map(addressOf)
    .filter((address) => address.some(isFilled));
  const nicknames = all('NICKNAME').flatMap((value) => partsOf(value, ','));
  const tags = all('CATEGORIES').flatMap((value) => partsOf(value, ','));
  // Titles and ranks that the full name leaves out.
  const ranks = partsOf(all('N')[0] ?? '', ';').filter(
    (part) => part !== '' && !name.includes(part),
  );
  const more = units.length > 0 ? [`ORG: ${units.join(', ')}`, ...rest(lines)] : rest(lines);
  return [
    name,
    nicknames.filter(isFilled).join(', '),
    organisation,
    all('TITLE').map(plainText).filter(isFilled).join(', '),
    phones.join('\n'),
    emails.join('\n'),
    ...(first ?? ['', '', '', '', '']),
    others.map((address) => address.filter(isFilled).join(', ')).join('\n'),
    all('URL').map(uri).filter(isFilled).join('\n'),
    all('BDAY').map(day)[0] ?? '',
    tags.filter(isFilled).join(', '),
    all('NOTE').map(plainText).filter(isFilled).join('\n'),
    [...ranks.map((rank) => `N: ${rank}`), ...more].join('\n'),
  ];
};
