import type { Region } from '../model.ts';
import { overlaps } from '../span.ts';
import { type Reading, spanOf, type Unit } from './reading.ts';

/** Boilerplate that is no article matter; nothing is suggested in it. */
const kinds = new Set(['related', 'tags', 'comments', 'share', 'contact', 'site', 'stray']);

/** Whether a unit begins in a region that is no article matter. Regions are in text order. */
export function isOutside(regions: readonly Region[], reading: Reading, unit: Unit): boolean {
	const span = spanOf(reading.tokens, unit.first, unit.first + 1);
	return regions.some(region => region.what !== undefined && kinds.has(region.what) && overlaps(region.span, span));
}
