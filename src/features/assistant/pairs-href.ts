import { hrefOf } from '#ui/navigation/href-of.ts';

/** The address of the prepared answers, a page of the assistant's place. */
export const pairsHref = `${hrefOf.assistant}?view=pairs`;
