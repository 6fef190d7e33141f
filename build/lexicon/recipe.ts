import type { LearnOptions } from '../../server/src/core/training/learn.ts';
import { labels } from './aner.ts';

/** How the model that ships is trained; blocks are trained in the same way, to be measured. */
export function recipe(more: Pick<LearnOptions, 'words' | 'plain'> & Partial<LearnOptions>): LearnOptions {
	return { labels, provenance: { name: '', licence: '', attribution: '' }, epochs: 6, seed: 1, folds: 3, ...more };
}
