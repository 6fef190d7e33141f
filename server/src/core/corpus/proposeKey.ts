import { matchKey } from '../text/key.ts';
import table from './transliteration.yaml';

/**
 * A key for a new entry of the register: its name in Latin letters by `transliteration.yaml`, words joined by hyphens, with a number
 * where the key is taken. Short vowels are not written in Arabic, so people may want to correct it before it is used.
 */
export function proposeKey(name: string, taken: (key: string) => boolean): string {
	const words = matchKey(name)
		.split(/[^\p{L}\p{N}]+/u)
		.map(inLatin)
		.filter(word => word !== '');
	const key = words.join('-').slice(0, 60) || 'entry';
	let free = key;
	for (let number = 2; taken(free); number++) {
		free = `${key}-${number}`;
	}
	return free;
}

const letters = readLetters(table);

function inLatin(word: string): string {
	const bare = word.startsWith('ال') && word.length > 3 ? word.slice(2) : word;
	const latin = [...bare].map(letter => letters.get(letter) ?? (/[a-z0-9]/.test(letter) ? letter : '')).join('');
	return bare === word ? latin : `al-${latin}`;
}

function readLetters(given: unknown): ReadonlyMap<string, string> {
	const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
	return new Map(entries.flatMap(([letter, latin]) => (typeof latin === 'string' ? [[letter, latin]] : [])));
}
