import particles from '../lexicon/statements/particles.yaml';
import type { Span } from '../span.ts';
import { headOf } from './heads.ts';
import type { Agreement } from './lexicon/conjugation.ts';
import { demonstratives, honoured, keysOf, lastAnaphors, type SourceHead } from './lexicon/wordLists.ts';
import { isMasdarLike } from './masdars.ts';
import { phraseEnd } from './phraseEnd.ts';
import { quotationOpenedAt, type Reading, spanOf } from './reading.ts';
import { isNamed } from './words.ts';

/** The noun phrase that names a source, as written, with its title. */
export interface SourcePhrase {
	/** Token indexes, half-open. */
	readonly first: number;
	readonly last: number;
	readonly span: Span;
	/** The noun it is built on, if it is a known one. */
	readonly head?: SourceHead;
	/** What its head says of gender and number. */
	readonly agreement?: Agreement;
	/** It points back to somebody named before: المصدر، الأخير، هذا الخبير. */
	readonly anaphor: boolean;
	/** It begins with a person's name. */
	readonly person: boolean;
	/** The whole of it stands between quotation marks: «الوطن». */
	readonly quoted: boolean;
}

/**
 * The source phrase that begins at a token and ends before `to` at the latest; undefined where none begins. `skip` letters of the
 * first token are a preposition: وفقا ل|عضوة المجلس.
 */
export function readSource(reading: Reading, from: number, to: number, skip = 0): SourcePhrase | undefined {
	const end = phraseEnd(reading, from, to);
	const quoted = quotationOpenedAt(reading, from)?.close === end - 1;
	const first = quoted ? from + 1 : from;
	const last = quoted ? end - 1 : end;
	if (last <= first) {
		return undefined;
	}
	const head = headOf(reading, first, last, skip);
	const token = reading.tokens[first];
	const span = spanOf(reading.tokens, first, last);
	const single = last - first === 1 || (last - first === 2 && lastAnaphors.has(reading.tokens[last - 1]?.key ?? ''));
	const anaphor =
		demonstratives.has(token?.key ?? '') ||
		lastAnaphors.has(token?.key ?? '') ||
		(last - first === 1 && honoured.has(token?.key ?? '')) ||
		(single && head?.definite === true && (reading.entityOf[first] ?? -1) < 0);
	return {
		first,
		last,
		span: { start: span.start + skip, end: span.end },
		...(head === undefined ? {} : { head, agreement: head.agreement }),
		anaphor,
		person: reading.entities[reading.entityOf[first] ?? -1]?.label === 'PER',
		quoted,
	};
}

/** Whether a phrase can be a source at all: an indefinite accusative, an oblique plural or a bare "this" is an object or an adverb. */
export function isPlausible(reading: Reading, source: SourcePhrase): boolean {
	if (source.head !== undefined || source.quoted || hasName(reading, source)) {
		return true;
	}
	const token = reading.tokens[source.first];
	const key = token?.key ?? '';
	if (token?.kind === 'number') {
		return true;
	}
	const accusative = reading.text.slice(token?.start ?? 0, token?.end ?? 0).includes('\u064b');
	const oblique = key.length > 4 && key.endsWith('ين');
	const bare = demonstratives.has(key) && source.last - source.first === 1;
	return !accusative && !oblique && !bare && !isMasdarLike(key) && !objectNouns.has(key);
}

const objectNouns = keysOf(particles, 'neverSources');

function hasName(reading: Reading, source: SourcePhrase): boolean {
	for (let at = source.first; at < source.last; at++) {
		if (isNamed(reading, at)) {
			return true;
		}
	}
	return false;
}
