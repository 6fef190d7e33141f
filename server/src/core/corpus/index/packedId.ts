import type { StringTable } from './stringTable.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const flag = 0x80000000;

/**
 * A record's id as one number: the usual six base-32 characters are 30 bits behind a flag, so that a million ids need no
 * strings; any other id is a string of the table.
 */
export function packId(id: string, strings: StringTable): number {
	let packed = 0;
	for (const char of id) {
		const digit = alphabet.indexOf(char);
		if (digit < 0 || id.length !== 6) {
			return strings.id(id);
		}
		packed = packed * 32 + digit;
	}
	return id === '' ? 0 : packed + flag;
}

/** The id that `packId` turned into this number. */
export function unpackId(packed: number | undefined, strings: StringTable): string {
	if (packed === undefined || packed < flag) {
		return strings.text(packed);
	}
	let rest = packed - flag;
	let id = '';
	for (let i = 0; i < 6; i++) {
		id = alphabet.charAt(rest % 32) + id;
		rest = Math.floor(rest / 32);
	}
	return id;
}

/** The id in a table whose numbers are turned by `ids`. */
export function renumberedId(packed: number, ids: readonly number[]): number {
	return packed >= flag ? packed : (ids[packed] ?? 0);
}
