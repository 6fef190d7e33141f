import { countBelow } from '../sorted.ts';
import type { Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import { type Bodies, bodiesOf } from './bodies.ts';
import type { Draft } from './draft.ts';
import type { Agreement } from './lexicon/conjugation.ts';
import { honorifics, kin, prepositions, sourceHeads } from './lexicon/wordLists.ts';
import type { Reading } from './reading.ts';
import type { SourcePhrase } from './sourcePhrase.ts';
import { answers, type Title, type Titled, titledPersons } from './titles.ts';
import { isComma, isOrdinaryNoun } from './words.ts';

/** Who somebody is, as far as the text tells. */
export interface Identity {
	/** The fullest name in the text, or the words of an unnamed source. */
	readonly name: string;
	/** The `name` of the entity, or "unnamed:<words>". */
	readonly entity: string;
	/** Where the words stand. */
	readonly span: Span;
	readonly unnamed: boolean;
}

/** Finds who a source phrase names. */
export interface Mentions {
	/** The one that a phrase names by itself; undefined for a bare title (الوزير). */
	identify(source: SourcePhrase): Identity | undefined;
	/** The last one before a token who was introduced with a title: whom الوزير points back to. */
	titled(title: Title, before: number): { readonly identity: Identity; readonly at: number } | undefined;
	/** The body that a bare noun (الشركة) points back to; its stem. */
	body(stem: string, before: number): Identity | undefined;
	/** The last person named before a token and not before `from`. */
	lastPerson(before: number, from: number): Identity | undefined;
	/** Whether somebody is a person that the name finder knows. */
	isPerson(identity: Identity): boolean;
	/** The name that begins at or behind a token and is a subject there: no preposition before it. */
	subjectFrom(first: number, last: number): Identity | undefined;
	/** Gender and number of somebody, where a verb before their name tells them. */
	agreementOf(identity: Identity): Agreement | undefined;
}

/** How many bearers of a title are looked at. */
const memory = 40;

/** Collects the names and titles of a text once, so that each question costs little. */
export function mentionsOf(reading: Reading, drafts: readonly Draft[]): Mentions {
	const fullest = fullestNames(reading);
	// Few texts ask for it.
	let bodies: Bodies | undefined;
	const titled = byHead(titledPersons(reading));
	const persons = personTokens(reading);
	const named = new Set(reading.entities.filter(({ label }) => label === 'PER').map(({ name }) => name));
	const identityOf = (index: number): Identity | undefined => {
		const entity = reading.entities[index];
		if (entity === undefined) {
			return undefined;
		}
		return {
			name: fullest.get(entity.name) ?? reading.text.slice(entity.span.start, entity.span.end),
			entity: entity.name,
			span: entity.span,
			unnamed: false,
		};
	};
	const agreements = agreementsOf(drafts, source => identify(reading, source, identityOf));
	return {
		agreementOf: identity => agreements.get(identity.entity),
		isPerson: identity => named.has(identity.entity),
		identify: source => identify(reading, source, identityOf),
		titled: (title, before) => {
			let best: Titled | undefined;
			let bestAnswer = 0;
			const list = titled.get(title.head);
			const last = lastBelow(list?.places ?? [], before);
			for (let at = last; at >= 0 && at > last - memory; at--) {
				const candidate = list?.persons[at];
				const answer = candidate === undefined ? 0 : answers(candidate.title, title);
				if (answer > bestAnswer) {
					best = candidate;
					bestAnswer = answer;
				}
			}
			const identity = best === undefined ? undefined : identityOf(best.entity);
			return identity === undefined || best === undefined ? undefined : { identity, at: best.at };
		},
		body: (stem, before) => {
			bodies ??= bodiesOf(reading);
			const index = bodies.meant(stem, before);
			return index === undefined ? undefined : identityOf(index);
		},
		lastPerson: (before, from) => {
			const found = lastBelow(persons, before);
			const at = persons[found] ?? -1;
			return found < 0 || at < from ? undefined : identityOf(reading.entityOf[at] ?? -1);
		},
		subjectFrom: (first, last) => {
			for (let at = first; at < last; at++) {
				const index = reading.entityOf[at] ?? -1;
				if (index < 0) {
					continue;
				}
				const label = reading.entities[index]?.label;
				const begins = (reading.entityOf[at - 1] ?? -1) !== index;
				if (
					begins &&
					(label === 'PER' || label === 'ORG') &&
					isSubject(reading, at, index) &&
					(reading.quotationOf[at] ?? -1) < 0
				) {
					return identityOf(index);
				}
			}
			return undefined;
		},
	};
}

function agreementsOf(
	drafts: readonly Draft[],
	who: (source: SourcePhrase) => Identity | undefined,
): ReadonlyMap<string, Agreement> {
	const agreements = new Map<string, Agreement>();
	for (const { source, agreement, tense, at } of drafts) {
		if (
			source !== undefined &&
			agreement !== undefined &&
			source.first > at &&
			(tense === 'perfect' || tense === 'imperfect')
		) {
			const identity = who(source);
			if (identity !== undefined && !agreements.has(identity.entity)) {
				agreements.set(identity.entity, { gender: agreement.gender, count: source.agreement?.count ?? 'one' });
			}
		}
	}
	return agreements;
}

function isSubject(reading: Reading, at: number, index: number): boolean {
	const before = reading.tokens[at - 1];
	const glued =
		(reading.entities[index]?.span.start ?? 0) > (reading.tokens[at]?.start ?? 0) &&
		!(reading.tokens[at]?.key ?? '').startsWith('و');
	return !glued && !(before?.kind === 'word' && prepositions.has(before.key));
}

/** A phrase to who it names: a person in it, else a body or place it is; phrases without any name are unnamed sources. */
function identify(
	reading: Reading,
	source: SourcePhrase,
	identityOf: (index: number) => Identity | undefined,
): Identity | undefined {
	const { head } = source;
	const isKin = kin.has(head?.stem ?? '') || kin.has(reading.tokens[source.first]?.key ?? '');
	if (isKin && !endsInOwnName(reading, source)) {
		return own(reading, source);
	}
	const openly = head !== undefined && (head.unnamed || head.kind === 'group') && !(head.definite && source.anaphor);
	if (openly && !endsInPerson(reading, source)) {
		return unnamed(reading, source);
	}
	let named = -1;
	for (let at = source.first; at < source.last; at++) {
		const index = reading.entityOf[at] ?? -1;
		const label = reading.entities[index]?.label;
		if (label === 'PER') {
			named = index;
			// فلان، مدير مكتب فلان آخر: a phrase that begins with a name is its bearer's.
			if (at === source.first) {
				break;
			}
		} else if (named < 0 && at === source.first && (label === 'ORG' || label === 'LOC' || label === 'MISC')) {
			named = index;
		} else if (
			named < 0 &&
			label === 'ORG' &&
			(head?.kind === 'outlet' || head?.kind === 'body') &&
			at <= source.first + 1
		) {
			named = index;
		}
	}
	const isOffice = head?.kind === 'body' || head?.kind === 'document' || head?.kind === 'outlet';
	if (named >= 0 && !(isOffice && reading.entities[named]?.label === 'PER')) {
		return identityOf(named);
	}
	if (source.anaphor) {
		return undefined;
	}
	if (head?.kind === 'person' && reading.entities.length > 0) {
		return head.unnamed ? unnamed(reading, source) : undefined;
	}
	return own(reading, source);
}

/** A source that only its own words name. */
export function own(reading: Reading, source: SourcePhrase): Identity {
	const words = nameWords(reading, source);
	return { name: words, entity: matchKey(words), span: source.span, unnamed: false };
}

/** زوجته فلانة is a name of her own; ابن فلان is not. */
function endsInOwnName(reading: Reading, source: SourcePhrase): boolean {
	return /(ته|تها|ه|ها)$/.test(reading.tokens[source.first]?.key ?? '') && source.last - source.first > 1;
}

function endsInPerson(reading: Reading, source: SourcePhrase): boolean {
	const { head } = source;
	const last = reading.entities[reading.entityOf[source.last - 1] ?? -1];
	// "مصادر مقربة من فلان" names somebody else; "المتحدث باسم الحكومة فلان" its own.
	// أحد المتظاهرين فلان is that one.
	const one = head?.kind === 'person' || head?.stem === 'احد' || head?.stem === 'احدي';
	return last?.label === 'PER' && one && !isGoverned(reading, source, last.span.start);
}

function isGoverned(reading: Reading, source: SourcePhrase, start: number): boolean {
	for (let at = source.first; at < source.last; at++) {
		const token = reading.tokens[at];
		if (token !== undefined && token.end > start) {
			const before = reading.tokens[at - 1];
			return token.start < start || (before !== undefined && (prepositions.has(before.key) || before.key === 'باسم'));
		}
	}
	return false;
}

function unnamed(reading: Reading, source: SourcePhrase): Identity {
	const words = reading.text.slice(source.span.start, source.span.end);
	return { name: words, entity: `unnamed:${matchKey(words)}`, span: source.span, unnamed: true };
}

/** The words of a phrase without honorifics before it; of a title and a name with a comma between them the name. */
function nameWords(reading: Reading, whole: SourcePhrase): string {
	const source = behindComma(reading, whole);
	let first = source.first;
	while (
		first < source.last - 1 &&
		honorifics.has(reading.tokens[first]?.key ?? '') &&
		!prepositions.has(reading.tokens[first + 1]?.key ?? '')
	) {
		first += 1;
	}
	const start = first === source.first ? source.span.start : (reading.tokens[first]?.start ?? source.span.start);
	const words = reading.text.slice(start, source.span.end);
	// Behind وفقا ل the article is written لل: للصحيفة names الصحيفة.
	return start > (reading.tokens[first]?.start ?? start) && words.startsWith('ل') ? `ا${words}` : words;
}

/** مدير الشركة، فلان: from the name on, where what stands behind the comma is no office or kinship itself. */
function behindComma(reading: Reading, source: SourcePhrase): SourcePhrase {
	for (let at = source.first + 1; at < source.last - 1; at++) {
		if (isComma(reading.tokens[at]?.key ?? '')) {
			const key = reading.tokens[at + 1]?.key ?? '';
			const names = honorifics.has(key) || (!sourceHeads.has(key) && !key.startsWith('ال') && !isOrdinaryNoun(key));
			const start = reading.tokens[at + 1]?.start ?? source.span.start;
			return names && source.head?.kind === 'person'
				? { ...source, first: at + 1, span: { start, end: source.span.end } }
				: source;
		}
	}
	return source;
}

/** The longest spelling of each name. */
function fullestNames(reading: Reading): ReadonlyMap<string, string> {
	const fullest = new Map<string, string>();
	for (const entity of reading.entities) {
		const words = entity.form ?? reading.text.slice(entity.span.start, entity.span.end);
		if (words.length > (fullest.get(entity.name)?.length ?? 0)) {
			fullest.set(entity.name, words);
		}
	}
	return fullest;
}

function byHead(persons: readonly Titled[]): ReadonlyMap<string, TitledList> {
	const lists = new Map<string, { readonly persons: Titled[]; readonly places: number[] }>();
	for (const person of persons) {
		const list = lists.get(person.title.head) ?? { persons: [], places: [] };
		list.persons.push(person);
		list.places.push(person.at);
		lists.set(person.title.head, list);
	}
	return lists;
}

interface TitledList {
	readonly persons: readonly Titled[];
	/** Their tokens, sorted. */
	readonly places: readonly number[];
}

function personTokens(reading: Reading): readonly number[] {
	const result: number[] = [];
	for (let at = 0; at < reading.tokens.length; at++) {
		const index = reading.entityOf[at] ?? -1;
		if (index >= 0 && reading.entities[index]?.label === 'PER' && reading.entityOf[at - 1] !== index) {
			result.push(at);
		}
	}
	return result;
}

/** Index of the last entry below a limit in a sorted list; -1 for none. */
function lastBelow(sorted: readonly number[], limit: number): number {
	return countBelow(sorted, limit) - 1;
}
