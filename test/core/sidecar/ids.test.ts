import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Birth, longerId, newId } from '../../../server/src/core/sidecar/ids.ts';
import { findOccurrences } from '../../../server/src/core/sidecar/occurrences.ts';
import { countBelow } from '../../../server/src/core/sorted.ts';

const birth: Birth = { kind: 'entity', label: 'PER', exact: 'علي حسن', occurrence: 0 };
const free = (): boolean => false;

suite('newId', () => {
	test('is the same on every machine and in every version', () => {
		// Changing these changes the ids of all suggestions: two versions would no longer decide alike.
		const ids = [
			birth,
			{ ...birth, label: 'ORG' },
			{ ...birth, occurrence: 1 },
			{ ...birth, kind: 'statement' as const },
		].map(one => newId(one, free));
		assert.deepEqual(ids, ['z90s3b', 'f6aahg', 'fec2fx', 'p7y65m']);
	});

	test('is six characters of base 32 that begin with a letter', () => {
		const ids = Array.from({ length: 5000 }, (_value, occurrence) => newId({ ...birth, occurrence }, free));
		assert.ok(ids.every(id => /^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5}$/.test(id)));
		assert.equal(new Set(ids).size, ids.length);
	});

	test('grows by one character on a collision', () => {
		const taken = new Set<string>();
		for (const length of [6, 7, 8, 9]) {
			const id = newId(birth, other => taken.has(other));
			assert.equal(id.length, length);
			taken.add(id);
		}
		const long = longerId('e1aaaa', other => other.length < 40);
		assert.ok(long.startsWith('e1aaaa') && long.length === 40);
	});
});

suite('findOccurrences', () => {
	/** Counts each phrase as indexOf does. */
	function check(text: string, phrases: readonly string[]): void {
		const found = findOccurrences(text, phrases);
		for (const phrase of phrases) {
			const places: number[] = [];
			for (let at = phrase === '' ? -1 : text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
				places.push(at);
			}
			assert.deepEqual(found.get(phrase) ?? [], places, phrase);
		}
	}

	test('finds all phrases, of any length, overlapping too', () => {
		check('علي وعلي بن علي حسن، علي حسن', [
			'علي',
			'علي حسن',
			'ع',
			'لي',
			'حسن',
			'حسن،',
			'علي بن علي حسن، علي',
			'زيد',
			'',
		]);
		check('ااااااااااا', ['ا', 'ااا', 'اااااا', 'ااااااا']);
		check('', ['علي']);
	});

	test('counts those before a place', () => {
		assert.deepEqual(
			[0, 3, 4, 9].map(limit => countBelow([3, 5, 8], limit)),
			[0, 0, 1, 3],
		);
	});
});
