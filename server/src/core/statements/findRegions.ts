import table from '../lexicon/statements/boilerplate.yaml';
import type { Region } from '../model.ts';
import type { Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import type { ParsedText } from '../text/parsed.ts';
import type { Stretch } from '../text/sentences.ts';
import { phrasesOf, rowsOf, under, wordsOf } from './lexicon/readTable.ts';

/** Boilerplate regions, in text order: datelines, bylines, captions, tags and the like; whole lines, or the parts that are boilerplate. */
export function findRegions(parsed: ParsedText): Region[] {
	const seen = new Map<string, number>();
	const regions: Region[] = [];
	let contact = false;
	for (const [number, paragraph] of parsed.paragraphs.entries()) {
		const line = readLine(parsed, paragraph, number, seen);
		const part = partOf(parsed, line);
		const what: string | undefined = contact && isContactLine(line) ? 'contact' : kindOf(parsed, line);
		contact = what === 'contact';
		if (what !== undefined) {
			regions.push({ kind: 'boilerplate', span: { start: paragraph.start, end: paragraph.end }, what });
		} else if (part !== undefined) {
			regions.push({ kind: 'boilerplate', ...part });
		}
	}
	return regions;
}

interface Line {
	readonly paragraph: Stretch;
	/** Its number from the beginning and from the end, from 0. */
	readonly number: number;
	readonly fromEnd: number;
	/** Keys of its words and numbers, of the first ones in a long line. */
	readonly words: readonly string[];
	readonly key: string;
	readonly long: boolean;
	/** Whether the same line stood before. */
	readonly repeats: boolean;
}

/** Lines with more words are running text. */
const longest = 32;

function readLine(parsed: ParsedText, paragraph: Stretch, number: number, seen: Map<string, number>): Line {
	const long = paragraph.last - paragraph.first > longest * 2;
	const words: string[] = [];
	for (let at = paragraph.first; at < paragraph.last && words.length <= longest; at++) {
		const token = parsed.tokens[at];
		if (token?.kind === 'word' || token?.kind === 'number') {
			words.push(token.key);
		}
	}
	const key = words.join(' ');
	const whole = `${paragraph.end - paragraph.start} ${key}`;
	const repeats = words.length >= 5 && seen.has(whole);
	seen.set(whole, number);
	return { paragraph, number, fromEnd: parsed.paragraphs.length - 1 - number, words, key, long, repeats };
}

interface Rule {
	readonly what: string;
	readonly lines: ReadonlySet<string>;
	readonly starts: readonly string[];
	readonly longest: number;
	readonly first: number;
	readonly last: number;
}

const rules: readonly Rule[] = rowsOf(table, 'rules').map(row => {
	const [side, count] = wordsOf(row['within']);
	return {
		what: phrasesOf(row['what'])[0] ?? '',
		lines: new Set(phrasesOf(row['line']).map(matchKey)),
		starts: phrasesOf(row['starts']).map(words => `${matchKey(words)} `),
		longest: typeof row['longest'] === 'number' ? row['longest'] : 0,
		first: side === 'first' ? Number(count) : Number.POSITIVE_INFINITY,
		last: side === 'last' ? Number(count) : Number.POSITIVE_INFINITY,
	};
});
const agencies = phrasesOf(under(table, 'agencies')).map(matchKey);
const bylineWords = new Set(phrasesOf(under(table, 'bylineWords')).map(matchKey));
const tagWords = new Set(phrasesOf(under(table, 'tagWords')).map(matchKey));
const sections = phrasesOf(under(table, 'sections')).map(matchKey);

function kindOf(parsed: ParsedText, line: Line): string | undefined {
	if (line.repeats) {
		return 'repeat';
	}
	if (line.long || line.words.length > longest) {
		return undefined;
	}
	for (const rule of rules) {
		if (line.number < rule.first && line.fromEnd < rule.last && matches(rule, line)) {
			return rule.what;
		}
	}
	if (line.words.length === 0) {
		return 'stray';
	}
	if (isContactLine(line) && hasMark(parsed, line, '@')) {
		return 'contact';
	}
	return shapeOf(parsed, line);
}

function matches(rule: Rule, line: Line): boolean {
	return (
		rule.lines.has(line.key) ||
		(line.words.length <= rule.longest && rule.starts.some(start => begins(line.key, start)))
	);
}

/** Whether a line begins with words that end in a blank, or is these words alone. Adds no blank to the line: that made a string each time. */
function begins(line: string, words: string): boolean {
	return line.startsWith(words) || (words.length === line.length + 1 && words.startsWith(line));
}

/** Bylines, datelines, captions and signatures by their shape. */
function shapeOf(parsed: ParsedText, line: Line): string | undefined {
	const { words, number, fromEnd } = line;
	const last = parsed.tokens[line.paragraph.last - 1]?.key ?? '';
	const stops = last === '.' || last === '؟' || last === '!' || last === ':' || last === '»' || last === '"';
	if (words.length === 1 && (words[0]?.length ?? 0) <= 2) {
		return 'stray';
	}
	const time = words.length === 4 && words.slice(2).join(' ') === 'ت م' && /^\d+$/.test(words[0] ?? '');
	const agency = agencies.find(name => line.key === name || line.key.endsWith(` ${name}`));
	if (agency !== undefined && last === ')' && words.length <= 16) {
		return 'caption';
	}
	if (time || (agency !== undefined && fromEnd < 3 && words.length <= 6 && !stops)) {
		return 'signoff';
	}
	if (
		agency !== undefined &&
		number < 4 &&
		words.length <= 20 &&
		!stops &&
		words.some(word => /^(1[34]|20)\d\d$/.test(word))
	) {
		return 'dateline';
	}
	const dash = hasMark(parsed, line, '-') || hasMark(parsed, line, '–');
	if (
		number > 0 &&
		number < 4 &&
		dash &&
		words.length <= 7 &&
		!stops &&
		(words.length <= 4 || words.some(word => bylineWords.has(word)))
	) {
		return 'byline';
	}
	return undefined;
}

function hasMark(parsed: ParsedText, line: Line, mark: string): boolean {
	for (let at = line.paragraph.first; at < line.paragraph.last; at++) {
		if (parsed.tokens[at]?.key === mark) {
			return true;
		}
	}
	return false;
}

function isContactLine(line: Line): boolean {
	return line.words.length <= 12 && line.words.some(word => /^[a-z0-9_]+$/.test(word));
}

/** A part of a line: the section before a slash in the first one, tags behind the last sentence. */
function partOf(parsed: ParsedText, line: Line): { readonly span: Span; readonly what: string } | undefined {
	const { tokens } = parsed;
	const { first, last, start, end } = line.paragraph;
	const slash = tokens[first + 1];
	if (line.number === 0 && slash?.key === '/' && slash.start > (tokens[first]?.end ?? 0)) {
		return { span: { start, end: slash.end }, what: 'section' };
	}
	const section = line.number === 0 ? sections.find(name => line.key.endsWith(` ${name}`)) : undefined;
	if (section !== undefined) {
		const words = section.split(' ').length;
		return { span: { start: tokens[last - words]?.start ?? start, end }, what: 'section' };
	}
	for (let at = last - 1; line.fromEnd < 3 && at >= Math.max(first, last - 20); at--) {
		if (tagWords.has(tokens[at]?.key ?? '') && last - at > 2) {
			return { span: { start: tokens[at]?.start ?? start, end }, what: 'tags' };
		}
	}
	return undefined;
}
