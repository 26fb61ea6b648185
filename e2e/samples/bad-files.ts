/** A file nobody should be asked to import, and the refusal that says so. */
export type BadFile = { readonly name: string; readonly bytes: Buffer; readonly about: string };

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const conflict = `name,city
<<<<<<< HEAD
Anna,York
=======
Anna,Leeds
>>>>>>> branch
Ben,Hull
`;

/** Files that are refused whole, with one sentence. */
export const badFiles: readonly BadFile[] = [
  { name: 'empty.csv', bytes: Buffer.alloc(0), about: 'an empty file' },
  { name: 'header-only.csv', bytes: Buffer.from('name,city\n'), about: 'a header without rows' },
  { name: 'picture.csv', bytes: png, about: 'a picture named .csv' },
  { name: 'one-column.csv', bytes: Buffer.from('name\nAnna\nBen\n'), about: 'a single column' },
  { name: 'conflict.csv', bytes: Buffer.from(conflict), about: 'git-conflict markers' },
];

/** Files that are read as far as they make sense. */
export const raggedFile = Buffer.from('name,city,age\nAnna,York,31\nBen,Hull\nCy,Leeds,40,extra\n');
