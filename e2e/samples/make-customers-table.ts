import { pick, seeded } from './seeded.ts';

const trades = ['bakery', 'café', 'hardware', 'pharmacy', 'florist', 'garage'] as const;
const regions = ['north', 'south', 'east', 'west'] as const;
const channels = ['visit', 'phone', 'fair', 'web'] as const;
const extraNumbers = 10;

const header = [
  'name',
  'city',
  'since',
  'trade',
  'region',
  'channel',
  'employees',
  'turnover',
  'newsletter',
  ...Array.from({ length: extraNumbers }, (_, at) => `measure ${at + 1}`),
  'bought',
];

/**
 * A table of customers as CSV, 20 columns wide: words, numbers, days and yes/no. `bought` follows
 * employees, turnover and channel with noise, so that it can be learnt but not known (a quarter yes).
 */
export const makeCustomersTable = ({
  rows,
  seed,
}: {
  readonly rows: number;
  readonly seed: number;
}): string => {
  const random = seeded(seed);
  const lines = [header.join(',')];
  for (let row = 0; row < rows; row += 1) {
    const employees = 1 + Math.floor(random() * random() * 80);
    const turnover = Math.round(employees * (20 + 60 * random()) * 10) / 10;
    const channel = pick(random, channels);
    const pull = -3 + employees / 14 + turnover / 900 + (channel === 'visit' ? 1.2 : 0);
    const bought = random() < 1 / (1 + Math.exp(-pull)) ? 'yes' : 'no';
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3600)));
    const extra = Array.from({ length: extraNumbers }, () => Math.round(random() * 10_000) / 100);
    lines.push(
      [
        `Shop ${row + 1}`,
        `Town ${Math.floor(random() * 400)}`,
        day.toISOString().slice(0, 10),
        pick(random, trades),
        pick(random, regions),
        channel,
        employees,
        turnover,
        random() < 0.5 ? 'yes' : 'no',
        ...extra,
        bought,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
};
