import type { DocumentView, Problem } from '../model.ts';

/** Looks at a text with its annotations and says what is wrong; spans are into the text. Linear; never throws. */
export type Check = (view: DocumentView) => readonly Problem[];
