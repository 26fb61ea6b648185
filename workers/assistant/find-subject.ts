import type { ShownCustomer } from '#core/assistant/answer-about-scores.ts';
import { foldText, tidyText } from '#core/assistant/fold-text.ts';
import { findNameIn, type Linked, linkName } from '#core/assistant/link-name.ts';
import type { OwnDataWords } from '#core/assistant/own-data-words.ts';
import type { Subject } from '#core/assistant/own-question.ts';
import { type CustomerDirectory, shown } from './customer-directory.ts';

export type FoundSubject = {
  readonly written: string;
  readonly customers: readonly ShownCustomer[];
  readonly how: Linked['how'];
};

const byPlace = (directory: CustomerDirectory, written: string) => {
  const place = /^(?:customer|客户|顾客)\s*#?\s*(\d+)$/u.exec(foldText(written))?.[1];
  const entry = place === undefined ? undefined : directory.byOrd.get(Number(place) - 1);
  return entry !== undefined && entry.name === '' ? entry : undefined;
};

const linkWritten = (directory: CustomerDirectory, written: string, message: string): Linked => {
  const linked = linkName(directory.index(), written);
  if (linked.how === 'exact') return linked;
  // A name that stands in the message as it is beats a guess about what the grammar cut out.
  return findNameIn(directory.index(), message) ?? linked;
};

/** A name as the person typed it: the grammar reads in lower case. */
const asTyped = (message: string, name: string): string => {
  const tidy = tidyText(message);
  const at = tidy.toLowerCase().indexOf(name);
  return at < 0 ? name : tidy.slice(at, at + name.length);
};

/** Whom a question means: on the screen, by the place of a nameless customer, or by name. */
export const findSubject = (
  directory: CustomerDirectory,
  subject: Subject,
  message: string,
  currentId: string | undefined,
  words: OwnDataWords,
): FoundSubject => {
  if (subject.kind === 'this') {
    const named = currentId === undefined ? findNameIn(directory.index(), message) : undefined;
    const entry = currentId === undefined ? undefined : directory.byId.get(currentId);
    const ids = entry === undefined ? (named?.entries ?? []) : [entry];
    const customers = ids
      .map(({ id }) => directory.byId.get(id))
      .filter((found) => found !== undefined);
    return { written: '', customers: customers.map((found) => shown(found, words)), how: 'exact' };
  }
  const written = asTyped(message, subject.name);
  const nameless = byPlace(directory, written);
  if (nameless !== undefined) return { written, customers: [shown(nameless, words)], how: 'exact' };
  const linked = linkWritten(directory, written, message);
  const entries = linked.entries.map(({ id }) => directory.byId.get(id));
  return {
    written,
    customers: entries.filter((entry) => entry !== undefined).map((entry) => shown(entry, words)),
    how: linked.how,
  };
};
