import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachWith, emptyTexts, setText } from './text-blocks.ts';

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '禾', ' '), maxLength: 6 });
const part = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', '禾', ' '),
  minLength: 1,
  maxLength: 3,
});

test('the texts that hold a part are found at their places, also those changed since', () => {
  fc.assert(
    fc.property(
      fc.array(short, { minLength: 1, maxLength: 40 }),
      fc.array(fc.tuple(fc.nat({ max: 2_499 }), short), { maxLength: 40 }),
      part,
      (few, changes, wanted) => {
        const texts = emptyTexts();
        const plain = Array.from({ length: 2_500 }, (_, at) => few[at % few.length] as string);
        plain.forEach((text, at) => {
          setText(texts, at, text);
        });
        const found = () => {
          const all: (number | string)[][] = [];
          eachWith(texts, wanted, (...hit) => all.push(hit));
          return all;
        };
        const expected = () =>
          plain.flatMap((text, place) => {
            const at = text.indexOf(wanted);
            return at < 0 ? [] : [[place, at, text.charAt(at - 1)]];
          });
        expect(found()).toEqual(expected());
        for (const [place, text] of changes) {
          plain[place] = text;
          setText(texts, place, text);
        }
        expect(found()).toEqual(expected());
      },
    ),
    { numRuns: 30 },
  );
});
