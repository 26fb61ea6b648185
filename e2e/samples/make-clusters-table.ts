import { seeded } from './seeded.ts';

/** Eight numeric columns around `clusters` centres that overlap, as CSV. */
export const makeClustersTable = ({
  rows,
  clusters,
  seed,
}: {
  readonly rows: number;
  readonly clusters: number;
  readonly seed: number;
}): string => {
  const width = 8;
  const random = seeded(seed);
  // The sum of three uniform numbers is close enough to a bell.
  const bell = () => random() + random() + random() - 1.5;
  const centres = Array.from({ length: clusters * width }, () => random() * 4);
  const lines = [Array.from({ length: width }, (_, at) => `x${at + 1}`).join(',')];
  for (let row = 0; row < rows; row += 1) {
    const start = Math.floor(random() * clusters) * width;
    const cells = Array.from({ length: width }, (_, at) =>
      ((centres[start + at] ?? 0) + bell()).toFixed(4),
    );
    lines.push(cells.join(','));
  }
  return `${lines.join('\n')}\n`;
};
