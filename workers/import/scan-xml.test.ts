import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributeOf, scanXml } from './scan-xml.ts';

const tell = (pieces: readonly string[]) => {
  const told: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') told.push(text);
    text = '';
  };
  const push = scanXml({
    open: (name, tag) => {
      flush();
      told.push(`<${name} ${attributeOf(tag, 'r') ?? ''}>`);
    },
    close: (name) => {
      flush();
      told.push(`</${name}>`);
    },
    text: (more) => {
      text += more;
    },
  });
  const troubles = pieces.map(push).filter((trouble) => trouble !== undefined);
  flush();
  return troubles.length > 0 ? troubles[0] : told;
};

const sample =
  '<?xml version="1.0"?><!-- a > b --><x:row r="a&gt;b>c"><c r=\'1\'/><![CDATA[<raw>]]>&#20013;&amp;&unknown;</x:row>';

test('tags, values with brackets, plain data and named letters are told as they stand', () => {
  expect(tell([sample])).toEqual(['<row a>b>c>', '<c 1>', '</c>', '<raw>中&&unknown;', '</row>']);
});

test('where the pieces are cut makes no difference', () => {
  fc.assert(
    fc.property(fc.nat(sample.length), fc.nat(sample.length), (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const pieces = [sample.slice(0, from), sample.slice(from, to), sample.slice(to)];
      expect(tell(pieces)).toEqual(tell([sample]));
    }),
  );
});

test('a document type is refused, and so are a tag and a text without an end', () => {
  expect(tell(['<!DOCTYPE a [<!ENTITY b "c">]><a/>'])).toBe('damaged');
  expect(tell([`<a ${'b'.repeat(300_000)}`])).toBe('too-large');
  expect(tell(['<a>', ...Array.from({ length: 9 }, () => 'b'.repeat(1 << 20))])).toBe('too-large');
});
