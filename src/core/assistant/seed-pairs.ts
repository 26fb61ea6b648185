import type { DialoguePair, Language } from './conversation.ts';
import { englishServiceDeskPairs } from './en/service-desk-pairs.ts';
import { englishSmallTalkPairs } from './en/small-talk-pairs.ts';
import { makePairs } from './make-pairs.ts';
import type { ClassicPair } from './parse-classic-pairs.ts';
import { chineseServiceDeskPairs } from './zh/service-desk-pairs.ts';
import { chineseSmallTalkPairs } from './zh/small-talk-pairs.ts';

const seeds: Readonly<Record<Language, readonly ClassicPair[]>> = {
  en: [...englishSmallTalkPairs, ...englishServiceDeskPairs],
  zh: [...chineseSmallTalkPairs, ...chineseServiceDeskPairs],
};

/** Seeds stand behind what a person adds at the end of the list: orders from 10,000 on. */
const firstOrder = 10_000;

/**
 * The pairs a new database starts with. Their ids are the same on every device, so that seeding
 * twice changes nothing.
 */
export const seedPairs = (now: number): DialoguePair[] =>
  (['en', 'zh'] as const).flatMap((language) =>
    makePairs(
      seeds[language],
      language,
      now,
      firstOrder,
      (at) => `pair-seed-${language}-${at + 1}`,
    ),
  );
