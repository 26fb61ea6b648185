/** Where the demo's customers are: cities of the world, telephone numbers nobody has, plain streets. */

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

export const streets = {
  GB: ['Mill Lane', 'Station Road', 'Church Street', 'Canal Walk', 'Market Place'],
  IE: ['Quay Street', 'Bridge Road', 'Abbey Lane'],
  DE: ['Gartenweg', 'Mühlenstraße', 'Am Markt', 'Bahnhofstraße'],
  FR: ['rue des Tilleuls', 'rue du Moulin', 'place du Marché'],
  NL: ['Molenweg', 'Kerkstraat', 'Havenkade'],
  CN: ['解放路', '人民路', '中山路', '建设路', '花园街'],
} as const;
