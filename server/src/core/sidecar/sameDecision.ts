import type { AnnotationRecord } from '../model.ts';
import { sameData } from './sameData.ts';

/** Whether two records say the same, apart from where their words stand and what surrounds them. */
export function sameDecision(a: AnnotationRecord, b: AnnotationRecord): boolean {
	return a === b || sameData(withoutPlaces(a), withoutPlaces(b));
}

const places = new Set(['span', 'prefix', 'suffix', 'moved']);

function withoutPlaces(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map(withoutPlaces);
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	const kept = Object.entries(value).filter(([key]) => !places.has(key));
	return Object.fromEntries(kept.map(([key, inner]) => [key, withoutPlaces(inner)]));
}
