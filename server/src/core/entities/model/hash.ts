/** 32-bit hash of a string (FNV-1a over code units, mixed once more), the same everywhere; unsigned. */
export function hashOf(text: string, seed = 0): number {
	let hash = 0x811c9dc5 ^ seed;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	return mix(hash);
}

/** As `hashOf` of a prefix and the code units of a text from `start` to `end`, without making the string. */
export function hashOfPart(prefix: string, text: string, start: number, end: number): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < prefix.length; i++) {
		hash = Math.imul(hash ^ prefix.charCodeAt(i), 0x01000193);
	}
	for (let i = start; i < end; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	return mix(hash);
}

/** The hash of a feature for a token so far away from the word that has it. */
export function hashFrom(hash: number, distance: number): number {
	return mix(hash + Math.imul(distance, 0x3c6ef372));
}

/** As `hashOf`, of two small numbers under a template's number. */
export function hashOfPair(template: number, a: number, b: number): number {
	return mix(
		Math.imul(Math.imul(template + 0x9e3779b9, 0x85ebca6b) ^ (a + 1), 0xc2b2ae35) ^ Math.imul(b + 1, 0x27d4eb2f),
	);
}

function mix(value: number): number {
	let hash = value ^ (value >>> 16);
	hash = Math.imul(hash, 0x7feb352d);
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x846ca68b);
	return (hash ^ (hash >>> 16)) >>> 0;
}
