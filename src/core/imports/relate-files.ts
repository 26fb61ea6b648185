import type { FileKind } from './file-kinds.ts';
import { foldHeader, mapHeaders } from './map-headers.ts';

type Guessed = { readonly headers: readonly string[]; readonly kind: FileKind };

/**
 * What files are once they stand together. A table that no customer could be (it has no name), or
 * whose first column is a key other files carry, says more about their rows: `employees` of orders,
 * teams of deals, categories of products.
 */
export const relateFiles = (files: readonly Guessed[]): FileKind[] =>
  files.map(({ headers, kind }, at) => {
    if (kind !== 'customers' || files.length === 1) return kind;
    const fields = mapHeaders(headers, 'customers');
    const own = fields[0] === 'externalId' || fields[0] === 'name';
    if (own) return kind;
    const key = foldHeader(headers[0] ?? '');
    const others = files.filter((_, place) => place !== at);
    const isCarried = others.some((file) => file.headers.some((name) => foldHeader(name) === key));
    const isNamed = ['name', 'firstName', 'lastName'].some((field) => fields.includes(field));
    return isCarried || !isNamed ? 'lookup' : kind;
  });
