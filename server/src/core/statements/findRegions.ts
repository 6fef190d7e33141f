import type { Region } from '../model.ts';
import type { ParsedText } from '../text/parsed.ts';

/** Boilerplate regions, in text order: datelines, bylines, captions, tags and the like. */
export function findRegions(_parsed: ParsedText): Region[] {
	return [];
}
