import type { RecordKind } from '../model.ts';

/** What a record's id is made of at its birth. Two people who decide the same get the same id, deliberately. */
export interface Birth {
	readonly kind: RecordKind;
	/** Label of an entity, type of a statement or relation, kind of a region. */
	readonly label: string;
	/** As the sidecar keeps it; of a statement, its first content part; of a relation, the ids it joins. */
	readonly exact: string;
	/** How many times these words begin earlier in the text. */
	readonly occurrence: number;
}

/** Crockford's base 32: no i, l, o, u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const letters = alphabet.slice(10);
const shortest = 6;

/** Six base-32 characters beginning with a letter; one more on each collision. Deterministic on every platform. */
export function newId(birth: Birth, taken: (id: string) => boolean): string {
	const seed = `${birth.kind}\n${birth.label}\n${birth.exact}\n${birth.occurrence}`;
	let id = '';
	for (let part = 0; ; part++) {
		for (const char of digits(`${part === 0 ? '' : part}${seed}`, id === '')) {
			id += char;
			if (id.length >= shortest && !taken(id)) {
				return id;
			}
		}
	}
}

/** An id that is taken, made longer until it is free. */
export function longerId(id: string, taken: (id: string) => boolean): string {
	let longer = id;
	for (let part = 0; ; part++) {
		for (const char of digits(`${part}${id}`, false)) {
			longer += char;
			if (!taken(longer)) {
				return longer;
			}
		}
	}
}

/** Twelve characters from two 32-bit hashes in the manner of MurmurHash3's mixing (A. Appleby, public domain). */
function digits(seed: string, letterFirst: boolean): string {
	let high = 0x9e3779b9 ^ seed.length;
	let low = 0x85ebca6b ^ seed.length;
	for (let i = 0; i < seed.length; i++) {
		const unit = seed.charCodeAt(i);
		high = Math.imul(high ^ unit, 0xcc9e2d51);
		high = (high << 13) | (high >>> 19);
		low = Math.imul(low ^ unit, 0x1b873593);
		low = (low << 15) | (low >>> 17);
	}
	const crossed = mix(high ^ Math.imul(low, 5));
	return drawn(crossed, letterFirst) + drawn(mix(low ^ Math.imul(crossed, 5)), false);
}

function mix(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

function drawn(value: number, letterFirst: boolean): string {
	let rest = value;
	let result = '';
	for (let i = 0; i < 6; i++) {
		const from = letterFirst && i === 0 ? letters : alphabet;
		result += from.charAt(rest % from.length);
		rest = Math.floor(rest / from.length);
	}
	return result;
}
