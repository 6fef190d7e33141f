/**
 * Matches paths from the corpus root against globs: `*` and `?` within one name, `**` over any number of folders, `{a,b}` one of
 * several, `!` before a pattern to take files out again. Later patterns win. Case counts; composed and decomposed letters (NFC,
 * NFD) do not differ, since file systems change them. A pattern that is no glob (see `isGlob`) matches nothing.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
	const rules = patterns.filter(isGlob).flatMap(pattern => {
		const takes = !pattern.startsWith('!');
		const plain = alternatives(asFiles(takes ? pattern : pattern.slice(1))) ?? [];
		return plain.map(one => ({ takes, names: one.normalize('NFC').split('/') }));
	});
	return path => {
		const names = path.normalize('NFC').split('/');
		let taken = false;
		for (const rule of rules) {
			if (rule.takes !== taken && matchesNames(rule.names, names)) {
				taken = rule.takes;
			}
		}
		return taken;
	};
}

/** Whether a pattern can be used: not empty, of at most 1,000 UTF-16 units, and of no more than 64 alternatives. */
export function isGlob(pattern: string): boolean {
	return /[^!]/.test(pattern) && pattern.length <= 1000 && alternatives(pattern) !== undefined;
}

/** As people write folders: `./news`, `/news` and `news\*.txt` start at the root, `news/` is all that is in it. */
function asFiles(pattern: string): string {
	const path = pattern.replaceAll('\\', '/').replace(/^\.?\//, '');
	return path === '' || path.endsWith('/') ? `${path}**` : path;
}

const mostAlternatives = 64;

/** The patterns without braces that one with braces stands for; undefined for too many. A brace without its partner is a letter. */
function alternatives(pattern: string): readonly string[] | undefined {
	let open = [pattern];
	const plain: string[] = [];
	while (open.length > 0) {
		const next: string[] = [];
		for (const one of open) {
			const braces = innermostBraces(one);
			if (braces === undefined) {
				plain.push(one);
				continue;
			}
			for (const choice of one.slice(braces.start + 1, braces.end).split(',')) {
				next.push(one.slice(0, braces.start) + choice + one.slice(braces.end + 1));
			}
		}
		if (plain.length + next.length > mostAlternatives) {
			return undefined;
		}
		open = next;
	}
	return plain;
}

function innermostBraces(pattern: string): { readonly start: number; readonly end: number } | undefined {
	let start = -1;
	for (let at = 0; at < pattern.length; at++) {
		const char = pattern.charAt(at);
		if (char === '{') {
			start = at;
		} else if (char === '}' && start >= 0) {
			return { start, end: at };
		}
	}
	return undefined;
}

/** Greedy with one way back to the last `**`: no more than pattern times path steps. */
function matchesNames(pattern: readonly string[], names: readonly string[]): boolean {
	return wildcard(
		pattern,
		names,
		part => part === '**',
		(part, name) => matchesName(part, name),
	);
}

function matchesName(pattern: string, name: string): boolean {
	return wildcard(
		[...pattern],
		[...name],
		char => char === '*',
		(char, letter) => char === '?' || char === letter,
	);
}

function wildcard<T>(
	pattern: readonly T[],
	text: readonly T[],
	isAny: (part: T) => boolean,
	fits: (part: T, item: T) => boolean,
): boolean {
	let p = 0;
	let t = 0;
	let star = -1;
	let retry = 0;
	while (t < text.length) {
		const part = pattern[p];
		const item = text[t] as T;
		if (part !== undefined && isAny(part)) {
			star = p;
			retry = t;
			p += 1;
		} else if (part !== undefined && fits(part, item)) {
			p += 1;
			t += 1;
		} else if (star >= 0) {
			retry += 1;
			p = star + 1;
			t = retry;
		} else {
			return false;
		}
	}
	while (p < pattern.length && isAny(pattern[p] as T)) {
		p += 1;
	}
	return p === pattern.length;
}
