/**
 * Words the demo's invented names are made of. No name is meant to be anybody's: stems are made-up
 * places, phone numbers come from ranges kept for fiction, mail addresses end in `.example`.
 */

/** A trade: what stands in a company's name per language, and the industry it belongs to. */
export type Trade = {
  readonly industry: string;
  readonly en: string;
  readonly de: string;
  readonly fr: string;
  readonly nl: string;
  readonly zh: string;
};

export const trades: readonly Trade[] = [
  {
    industry: 'Bakery',
    en: 'Bakery',
    de: 'Bäckerei',
    fr: 'Boulangerie',
    nl: 'Bakkerij',
    zh: '烘焙',
  },
  { industry: 'Café', en: 'Coffee House', de: 'Café', fr: 'Café', nl: 'Koffiehuis', zh: '咖啡' },
  {
    industry: 'Restaurant',
    en: 'Kitchen',
    de: 'Gasthaus',
    fr: 'Bistrot',
    nl: 'Eethuis',
    zh: '餐饮',
  },
  { industry: 'Hotel', en: 'Hotel', de: 'Hotel', fr: 'Hôtel', nl: 'Hotel', zh: '酒店管理' },
  {
    industry: 'Canteen',
    en: 'Catering',
    de: 'Kantine',
    fr: 'Traiteur',
    nl: 'Catering',
    zh: '团餐服务',
  },
  {
    industry: 'Retail',
    en: 'Provisions',
    de: 'Feinkost',
    fr: 'Épicerie',
    nl: 'Delicatessen',
    zh: '食品',
  },
  {
    industry: 'Wholesale',
    en: 'Trading',
    de: 'Großhandel',
    fr: 'Négoce',
    nl: 'Groothandel',
    zh: '商贸',
  },
];

export const stems = {
  en: [
    [
      'Bram',
      'Tarn',
      'Fen',
      'Hollow',
      'Wren',
      'Aldon',
      'Cress',
      'Dun',
      'Ember',
      'Garth',
      'Hazel',
      'Kest',
      'Lorn',
      'Marl',
      'Nether',
      'Osier',
      'Pell',
      'Quarr',
      'Rush',
      'Skel',
      'Thrap',
      'Umber',
      'Vale',
      'Withy',
    ],
    [
      'combe',
      'wick',
      'stead',
      'moor',
      'ley',
      'den',
      'ford',
      'holt',
      'mere',
      'by',
      'garth',
      'thorpe',
      'worth',
      'shaw',
    ],
  ],
  de: [
    [
      'Linden',
      'Hasel',
      'Kranz',
      'Eller',
      'Wiesen',
      'Falken',
      'Grün',
      'Hirsch',
      'Kessel',
      'Mühl',
      'Nessel',
      'Ohm',
      'Reiher',
      'Sonn',
      'Tannen',
      'Ulmen',
    ],
    ['moor', 'tal', 'brunn', 'rode', 'au', 'bach', 'horst', 'wehr', 'grund', 'heide'],
  ],
  fr: [
    ['Vau', 'Mont', 'Clair', 'Bel', 'Char', 'Font', 'Roc', 'Sauve', 'Haute', 'Ver'],
    ['brelle', 'cendre', 'vallon', 'teuil', 'gnac', 'mesnil', 'rive', 'lande'],
  ],
  nl: [
    ['Wilgen', 'Meer', 'Duin', 'Riet', 'Kolk', 'Berken', 'Zwaan', 'Hooi'],
    ['hoek', 'veen', 'dam', 'lust', 'zicht', 'oord', 'wijk'],
  ],
} as const;

/** Characters of made-up Chinese company names, with their pinyin. */
export const zhStems: readonly (readonly [string, string])[] = [
  ['云', 'yun'],
  ['禾', 'he'],
  ['晨', 'chen'],
  ['溪', 'xi'],
  ['岚', 'lan'],
  ['朗', 'lang'],
  ['悦', 'yue'],
  ['泽', 'ze'],
  ['沐', 'mu'],
  ['麦', 'mai'],
  ['柏', 'bai'],
  ['屿', 'yu'],
  ['初', 'chu'],
  ['茗', 'ming'],
  ['谷', 'gu'],
  ['橡', 'xiang'],
  ['松', 'song'],
  ['青', 'qing'],
  ['果', 'guo'],
  ['川', 'chuan'],
  ['暖', 'nuan'],
  ['野', 'ye'],
  ['星', 'xing'],
  ['穗', 'sui'],
];

export const legalForms = {
  en: ['Ltd', 'LLP', '& Co', ''],
  de: ['GmbH', 'KG', 'OHG', 'e.K.'],
  fr: ['SARL', 'SAS', ''],
  nl: ['B.V.', 'V.O.F.', ''],
} as const;

export const firstNames = {
  en: [
    'Alice',
    'Ben',
    'Clara',
    'Daniel',
    'Edith',
    'Frank',
    'Grace',
    'Henry',
    'Isla',
    'Jack',
    'Kate',
    'Liam',
    'Maya',
    'Noah',
    'Olive',
    'Paul',
    'Rosa',
    'Sam',
    'Tess',
    'Will',
  ],
  de: [
    'Anke',
    'Bernd',
    'Clemens',
    'Dörte',
    'Erik',
    'Frieda',
    'Gerd',
    'Heike',
    'Ines',
    'Jörg',
    'Katrin',
    'Lutz',
    'Marlene',
    'Nils',
    'Petra',
    'Rainer',
  ],
  fr: ['Agnès', 'Bruno', 'Camille', 'Denis', 'Élise', 'Fabien', 'Gaëlle', 'Hugo', 'Inès', 'Loïc'],
  nl: ['Anouk', 'Bram', 'Daan', 'Femke', 'Jeroen', 'Lotte', 'Maarten', 'Sanne'],
} as const;

export const zhSurnames: readonly (readonly [string, string])[] = [
  ['王', 'Wang'],
  ['李', 'Li'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['陈', 'Chen'],
  ['杨', 'Yang'],
  ['赵', 'Zhao'],
  ['黄', 'Huang'],
  ['周', 'Zhou'],
  ['吴', 'Wu'],
  ['徐', 'Xu'],
  ['孙', 'Sun'],
];

export const zhGivenNames: readonly (readonly [string, string])[] = [
  ['明', 'ming'],
  ['芳', 'fang'],
  ['伟', 'wei'],
  ['静', 'jing'],
  ['磊', 'lei'],
  ['婷', 'ting'],
  ['宇', 'yu'],
  ['欣', 'xin'],
  ['晨', 'chen'],
  ['雪', 'xue'],
  ['强', 'qiang'],
  ['琳', 'lin'],
];
