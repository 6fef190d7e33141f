/**
 * Matches paths from the corpus root against globs: `*` and `?` within one name, `**` over any number of folders, `{a,b}` one of
 * several, `!` before a pattern to take files out again. Later patterns win. Case counts.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
	const rules = patterns.flatMap(pattern => {
		const takes = !pattern.startsWith('!');
		return alternatives(takes ? pattern : pattern.slice(1)).map(plain => ({ takes, names: plain.split('/') }));
	});
	return path => {
		const names = path.split('/');
		let taken = false;
		for (const rule of rules) {
			if (rule.takes !== taken && matchesNames(rule.names, names)) {
				taken = rule.takes;
			}
		}
		return taken;
	};
}

/** At most this many patterns come of one with braces, however they nest. */
const most = 64;

function alternatives(pattern: string): string[] {
	let open = [pattern];
	const plain: string[] = [];
	while (open.length > 0 && plain.length + open.length <= most) {
		const next: string[] = [];
		for (const one of open) {
			const close = one.indexOf('}');
			const start = close < 0 ? -1 : one.lastIndexOf('{', close);
			if (start < 0) {
				plain.push(one);
				continue;
			}
			for (const choice of one.slice(start + 1, close).split(',')) {
				next.push(one.slice(0, start) + choice + one.slice(close + 1));
			}
		}
		open = next;
	}
	return plain;
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
