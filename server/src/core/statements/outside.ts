import type { Region } from '../model.ts';
import { partitionPoint } from '../sorted.ts';
import { type Reading, spanOf, type Unit } from './reading.ts';

/** Boilerplate that is no article matter; nothing is suggested in it. */
const kinds = new Set(['related', 'tags', 'comments', 'share', 'contact', 'site', 'stray']);

/** Whether a unit begins in a region that is no article matter. Regions are in text order and do not overlap. */
export function isOutside(regions: readonly Region[], reading: Reading, unit: Unit): boolean {
	const { start } = spanOf(reading.tokens, unit.first, unit.first + 1);
	const low = partitionPoint(regions.length, middle => (regions[middle]?.span.start ?? 0) <= start);
	const region = regions[low - 1];
	return region?.what !== undefined && kinds.has(region.what) && start < region.span.end;
}
