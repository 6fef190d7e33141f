import particles from '../lexicon/statements/particles.yaml';
import { complementiserAt } from './complementisers.ts';
import type { CueForm } from './lexicon/cueTable.ts';
import { cueTable } from './lexicon/cueTable.ts';
import { keysOf, prepositions, sourceHeads } from './lexicon/wordLists.ts';
import { quotationOpenedAt, type Reading, type Unit } from './reading.ts';
import { readSource, type SourcePhrase } from './sourcePhrase.ts';

/** How far before its verb a subject may begin, in tokens. */
const reach = 20;

/** A subject that stands before its verb: كان الوزير قد أعلن، أن الرئيس أكد, and sentences that begin with their subject. */
export function subjectBefore(reading: Reading, unit: Unit, at: number, form: CueForm): SourcePhrase | undefined {
	const topic = form.clitic === 1 ? topicBefore(reading, unit, at) : -1;
	if (topic >= 0) {
		return fitting(reading, topic, at);
	}
	if (form.clitic === 1 || form.tense === 'masdar' || form.tense === 'participle') {
		return undefined;
	}
	const { tokens } = reading;
	let end = at;
	if (tokens[end - 1]?.key === 'قد') {
		end -= 1;
	}
	// بوابة النهر كانت قد ذكرت: the auxiliary stands between.
	if (end - 1 > unit.first && auxiliaries.has(tokens[end - 1]?.key ?? '') && !tokens[end - 1]?.key.startsWith('و')) {
		end -= 1;
	}
	if (end <= unit.first || isOpener(tokens[end - 1]?.key ?? '')) {
		return undefined;
	}
	// دراسة أظهرت أن: a document with a relative clause.
	const head = sourceHeads.get(tokens[end - 1]?.key ?? '');
	if (head?.kind === 'document' && !head.definite && form.agreement.count === 'one') {
		return readSource(reading, end - 1, end);
	}
	for (let from = end - 1; from >= Math.max(unit.first, at - reach); from--) {
		if ((quotationOpenedAt(reading, from)?.last ?? 0) > at) {
			return startsWithNoun(reading, from + 1) ? fitting(reading, from + 1, end) : undefined;
		}
		const key = tokens[from]?.key ?? '';
		const begins = from === unit.first ? from - 1 : from;
		if (
			auxiliaries.has(key) ||
			conjunctions.has(key) ||
			complementiserAt(reading.text, tokens, from, unit.first) !== undefined
		) {
			return fitting(reading, from + 1, end);
		}
		if (cueTable.forms.has(key) && !sourceHeads.has(key) && from !== unit.first && (reading.entityOf[from] ?? -1) < 0) {
			return undefined;
		}
		if (from === unit.first) {
			return startsWithNoun(reading, from) ? fitting(reading, begins + 1, end) : undefined;
		}
	}
	return undefined;
}

/** Where the noun phrase of أما فلان فيقول begins; -1 where there is none. */
function topicBefore(reading: Reading, unit: Unit, at: number): number {
	if (!(reading.tokens[at]?.key ?? '').startsWith('ف')) {
		return -1;
	}
	for (let from = at - 2; from >= Math.max(unit.first, at - reach); from--) {
		if (topics.has(reading.tokens[from]?.key ?? '')) {
			return from + 1;
		}
	}
	return -1;
}

const topics = keysOf(particles, 'topics');
const auxiliaries = keysOf(particles, 'auxiliaries');
const conjunctions = keysOf(particles, 'subjectOpeners');
const openers = keysOf(particles, 'verbOpeners');

function isOpener(key: string): boolean {
	return openers.has(key) || /^[وف]?لكن(ه|ها|هم|هما)$/.test(key);
}

/** The source phrase that fills a stretch up to its verb, a comma or a bracket aside. */
function fitting(reading: Reading, from: number, to: number): SourcePhrase | undefined {
	const open = from < to && !prepositions.has(reading.tokens[from]?.key ?? '');
	const source = open ? readSource(reading, from, to) : undefined;
	if (source === undefined || to - from > reach) {
		return undefined;
	}
	const rest = reading.tokens[source.last];
	const fills = source.last >= to || (source.last === to - 1 && rest?.kind === 'mark');
	const relative = source.head !== undefined || (reading.entityOf[source.first] ?? -1) >= 0;
	return fills || relative ? source : undefined;
}

function startsWithNoun(reading: Reading, at: number): boolean {
	const token = reading.tokens[at];
	if (token?.kind !== 'word' && token?.kind !== 'number') {
		return false;
	}
	const named =
		(reading.entityOf[at] ?? -1) >= 0 && reading.entities[reading.entityOf[at] ?? -1]?.span.start === token.start;
	return (
		named ||
		sourceHeads.has(token.key) ||
		(!prepositions.has(token.key) && !cueTable.forms.has(token.key) && token.key.startsWith('ال'))
	);
}
