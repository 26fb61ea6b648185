/**
 * Words the demo's invented names are made of. No name is meant to be anybody's: stems are made-up
 * places, phone numbers come from ranges kept for fiction, mail addresses end in `.example`.
 */

export type Region = {
  readonly country: 'GB' | 'DE' | 'CN' | 'FR' | 'NL' | 'IE';
  readonly weight: number;
  /** City, latitude, longitude. */
  readonly cities: readonly (readonly [string, number, number])[];
  /** Prefix of a telephone number nobody has; five digits follow. */
  readonly phone: string;
};

export const regions: readonly Region[] = [
  {
    country: 'GB',
    weight: 34,
    phone: '+44 1632 96',
    cities: [
      ['London', 51.51, -0.13],
      ['Manchester', 53.48, -2.24],
      ['Leeds', 53.8, -1.55],
      ['Bristol', 51.45, -2.59],
      ['Birmingham', 52.49, -1.9],
      ['Glasgow', 55.86, -4.25],
      ['Sheffield', 53.38, -1.47],
      ['Norwich', 52.63, 1.3],
      ['York', 53.96, -1.08],
      ['Exeter', 50.72, -3.53],
    ],
  },
  {
    country: 'CN',
    weight: 28,
    phone: '+86 000 0000 ',
    cities: [
      ['上海', 31.23, 121.47],
      ['北京', 39.9, 116.41],
      ['广州', 23.13, 113.26],
      ['深圳', 22.54, 114.06],
      ['杭州', 30.27, 120.16],
      ['成都', 30.57, 104.07],
      ['重庆', 29.56, 106.55],
      ['南京', 32.06, 118.8],
      ['苏州', 31.3, 120.58],
      ['青岛', 36.07, 120.38],
    ],
  },
  {
    country: 'DE',
    weight: 20,
    phone: '+49 30 23125 ',
    cities: [
      ['Berlin', 52.52, 13.41],
      ['Hamburg', 53.55, 9.99],
      ['München', 48.14, 11.58],
      ['Köln', 50.94, 6.96],
      ['Leipzig', 51.34, 12.37],
      ['Nürnberg', 49.45, 11.08],
      ['Freiburg', 48.0, 7.85],
      ['Bremen', 53.08, 8.8],
    ],
  },
  {
    country: 'FR',
    weight: 8,
    phone: '+33 1 99 00 ',
    cities: [
      ['Paris', 48.86, 2.35],
      ['Lyon', 45.76, 4.84],
      ['Nantes', 47.22, -1.55],
      ['Lille', 50.63, 3.06],
    ],
  },
  {
    country: 'NL',
    weight: 6,
    phone: '+31 97 000 ',
    cities: [
      ['Amsterdam', 52.37, 4.9],
      ['Utrecht', 52.09, 5.12],
      ['Groningen', 53.22, 6.57],
    ],
  },
  {
    country: 'IE',
    weight: 4,
    phone: '+353 20 910 ',
    cities: [
      ['Dublin', 53.35, -6.26],
      ['Cork', 51.9, -8.47],
      ['Galway', 53.27, -9.05],
    ],
  },
];

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

export const streets = {
  GB: ['Mill Lane', 'Station Road', 'Church Street', 'Canal Walk', 'Market Place'],
  IE: ['Quay Street', 'Bridge Road', 'Abbey Lane'],
  DE: ['Gartenweg', 'Mühlenstraße', 'Am Markt', 'Bahnhofstraße'],
  FR: ['rue des Tilleuls', 'rue du Moulin', 'place du Marché'],
  NL: ['Molenweg', 'Kerkstraat', 'Havenkade'],
  CN: ['解放路', '人民路', '中山路', '建设路', '花园街'],
} as const;
