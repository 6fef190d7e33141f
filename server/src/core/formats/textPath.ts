import { isPlain } from '../corpus/paths.ts';

/** What is no part of a file's name on some system. */
const odd = /[<>:"|?*\\\p{Cc}\p{Cs}]/gu;

/**
 * A path for a text in a corpus, of what a file says its text is called: that path, where it can be one, with `.txt` at its end; else
 * `fallback`. Never leads out of the folder.
 */
export function textPathOf(said: string | undefined, fallback: string): string {
	const names = (said ?? '')
		.replace(odd, '_')
		.split('/')
		.map(name => name.trim().replace(/^\.+/, ''))
		.filter(name => name !== '');
	const path = names.slice(-6).join('/').slice(-200);
	const named = path === '' || !isPlain(path) || /^annotations\//i.test(path) ? fallback : path;
	return named.endsWith('.txt') ? named : `${named}.txt`;
}

/** A path without the endings of annotation files. */
export function withoutEnding(path: string, endings: readonly string[]): string {
	const ending = endings.find(candidate => path.endsWith(candidate));
	return ending === undefined ? path : path.slice(0, -ending.length);
}

/** Paths of several texts of one file, each of its own: `a.txt`, `a-2.txt`. */
export function apartPaths(): (path: string) => string {
	const taken = new Set<string>();
	return path => {
		const base = path.replace(/\.txt$/, '');
		let chosen = path;
		for (let number = 2; taken.has(chosen); number++) chosen = `${base}-${number}.txt`;
		taken.add(chosen);
		return chosen;
	};
}
