const ratio = (x: number, above: readonly number[], below: readonly number[]): number => {
  const at = (factors: readonly number[]) =>
    factors.reduceRight((sum, factor) => sum * x + factor, 0);
  return at(above) / at(below);
};

/**
 * The value a standard normal variable stays below with this probability (0 < probability < 1), to
 * seven digits (Wichura 1988, AS 241, PPND7).
 */
export const normalQuantile = (probability: number): number => {
  const fromMiddle = probability - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const x = 0.180625 - fromMiddle * fromMiddle;
    const above = [3.3871327179, 50.434271938, 159.29113202, 59.10937472];
    return fromMiddle * ratio(x, above, [1, 17.895169469, 78.757757664, 67.1875636]);
  }
  const tail = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const size =
    tail <= 5
      ? ratio(
          tail - 1.6,
          [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103],
          [1, 0.737001642, 0.12021132975],
        )
      : ratio(
          tail - 5,
          [6.657905115, 3.081222386, 0.42868294337, 0.017337203997],
          [1, 0.24197894225, 0.012258202635],
        );
  return Math.sign(fromMiddle) * size;
};
