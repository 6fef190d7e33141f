import table from '../lexicon/statements/attributions.yaml';
import particles from '../lexicon/statements/particles.yaml';
import type { Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import type { WordForm } from '../text/wordForms.ts';
import { readBetween } from './between.ts';
import type { Agreement } from './lexicon/conjugation.ts';
import { type CueForm, cueTable } from './lexicon/cueTable.ts';
import { phraseAt, phraseTable } from './lexicon/phrases.ts';
import { phrasesOf, rowsOf, under, wordsOf } from './lexicon/readTable.ts';
import { keysOf, lastAnaphors, sourceHeads } from './lexicon/wordLists.ts';
import { isMasdarLike } from './masdars.ts';
import { quotationOpenedAt, type Reading, type Unit } from './reading.ts';
import { readSource, type SourcePhrase } from './sourcePhrase.ts';
import { throughMedia } from './throughMedia.ts';
import { isNamed } from './words.ts';

/** بحسب فلان، وفقا لما أعلنته الوزارة، على حد قولها: an attribution without a clause of its own. */
export interface Attribution {
	/** Tokens, half-open, with its source. */
	readonly first: number;
	readonly last: number;
	readonly cue: Span;
	readonly source?: SourcePhrase;
	/** Media that stand between: بحسب ما نقلته صحيفة عن فلان. */
	readonly via: readonly SourcePhrase[];
	/** What its verb or pronoun says of a source that is not written. */
	readonly agreement?: Agreement;
	readonly lemma: string;
	/** نقلا عن: who is quoted by the medium. */
	readonly relays: boolean;
}

interface Row {
	readonly words: string;
	readonly takes?: string;
	readonly alone: boolean;
	readonly act: boolean;
	readonly relays: boolean;
	readonly clause: boolean;
	readonly ambiguous: boolean;
}

const rows = phraseTable(
	[
		...rowsOf(table, 'attributions').map(row => ({ row, clause: false })),
		...rowsOf(table, 'clauses').map(row => ({ row, clause: true })),
	].map(({ row, clause }) => {
		const words = phrasesOf(row['words'])[0] ?? '';
		const takes = wordsOf(row['takes'])[0];
		const value: Row = {
			words,
			...(takes === undefined ? {} : { takes }),
			alone: row['alone'] !== 'no',
			act: row['act'] === 'yes',
			relays: row['relays'] === 'yes',
			clause,
			ambiguous: row['ambiguous'] === 'yes',
		};
		return [words, value] as const;
	}),
);
const acts = new Set(wordsOf(under(table, 'acts')).map(matchKey));
const ownedActs = ownedActForms();
const notSources = keysOf(table, 'notSources');

/** A word that begins a row, without و. */
interface Opener {
	readonly bare: string;
	readonly clitic: 0 | 1;
}

const none: Opener = { bare: '', clitic: 0 };

/** How a word may begin a row; `none` where it does not. Kept with the word's form. */
function openerOf(form: WordForm): Opener {
	const known = form.attributions as Opener | undefined;
	if (known !== undefined) {
		return known;
	}
	const { key } = form;
	const bare = /^[وف]/.test(key) && !rows.has(key) ? key.slice(1) : key;
	const fresh = rows.has(bare) ? ({ bare, clitic: bare === key ? 0 : 1 } as const) : none;
	form.attributions = fresh;
	return fresh;
}

/** The attribution that begins at a token, و or ف before it left aside; undefined where none does. */
export function attributionAt(reading: Reading, unit: Unit, at: number): Attribution | undefined {
	const token = reading.tokens[at];
	if (token?.kind !== 'word' || at >= unit.last) {
		return undefined;
	}
	const opener = openerOf(token.form);
	if (opener === none) {
		return undefined;
	}
	const { bare, clitic } = opener;
	const phrase = phraseAt(rows, reading.tokens, at, bare);
	if (phrase === undefined) {
		return undefined;
	}
	const behind = at + phrase.keys.length;
	const start = token.start + clitic;
	const { value } = phrase;
	if (value.clause) {
		return clauseAttribution(reading, unit, at, behind, start, value);
	}
	return nounAttribution(reading, unit, at, behind, start, value);
}

/** كما قال فلان، وفق ما أفاد مصدر. */
function clauseAttribution(
	reading: Reading,
	unit: Unit,
	at: number,
	behind: number,
	start: number,
	row: Row,
): Attribution | undefined {
	const verb = reading.tokens[behind];
	const form =
		verb?.kind === 'word' && behind < unit.last ? (cueTable.forms.get(verb.key) ?? []).find(isFiniteVerb) : undefined;
	if (verb === undefined || form === undefined) {
		return undefined;
	}
	const end = clauseStop(reading, unit, behind + 1);
	const written = readBetween(reading, behind + 1, end).source;
	const { source, via } =
		written === undefined || !form.cue.relays
			? { source: written, via: [] }
			: throughMedia(reading, written, Math.max(end, written.last));
	const last = source?.last ?? behind + 1;
	if (row.ambiguous && !(isSetOff(reading, unit, at) && isClosed(reading, unit, end, last))) {
		return undefined;
	}
	return {
		first: at,
		last,
		cue: { start, end: verb.end },
		...(source === undefined ? {} : { source }),
		via,
		agreement: form.agreement,
		lemma: row.words,
		relays: false,
	};
}

function isFiniteVerb(form: CueForm): boolean {
	return (
		(form.tense === 'perfect' || form.tense === 'imperfect') &&
		form.clitic === 0 &&
		'ABCDEFGHIJLQTUS'.includes(form.cue.letter)
	);
}

function isSetOff(reading: Reading, unit: Unit, at: number): boolean {
	const before = reading.tokens[at - 1];
	return at === unit.first || before?.kind === 'mark';
}

/** كما is "as" only where nothing follows its source: behind كما أكد الوزير أن comes a statement of its own. */
function isClosed(reading: Reading, unit: Unit, end: number, last: number): boolean {
	const token = reading.tokens[end];
	return (
		last > end - 6 &&
		(end >= unit.last || token?.key === '،' || token?.key === ',' || token?.key === '.' || token?.key === ')')
	);
}

function clauseStop(reading: Reading, unit: Unit, from: number): number {
	for (let at = from; at < Math.min(unit.last, from + 20); at++) {
		const token = reading.tokens[at];
		if (
			token === undefined ||
			token.kind === 'break' ||
			(stops.has(token.key) && !isDecimal(reading, at)) ||
			isDash(reading, at)
		) {
			return at;
		}
		const quotation = quotationOpenedAt(reading, at);
		if (quotation !== undefined) {
			at = quotation.close ?? quotation.last - 1;
		}
	}
	return Math.min(unit.last, from + 20);
}

/** The point or comma of a number: 6.4. */
function isDecimal(reading: Reading, at: number): boolean {
	const [before, token, after] = [reading.tokens[at - 1], reading.tokens[at], reading.tokens[at + 1]];
	return (
		before?.kind === 'number' && after?.kind === 'number' && before.end === token?.start && after.start === token.end
	);
}

/** A dash between blanks closes an insertion. */
function isDash(reading: Reading, at: number): boolean {
	const [before, token] = [reading.tokens[at - 1], reading.tokens[at]];
	return (token?.key === '-' || token?.key === '–') && before !== undefined && before.end < token.start;
}

const stops: ReadonlySet<string> = new Set(['،', ',', '.', '؛', ':', ')', '(', ...keysOf(particles, 'sourceStops')]);

function nounAttribution(
	reading: Reading,
	unit: Unit,
	at: number,
	behind: number,
	start: number,
	row: Row,
): Attribution | undefined {
	let from = behind;
	let cueEnd = reading.tokens[behind - 1]?.end ?? start;
	const act = reading.tokens[from];
	const last = reading.tokens[behind - 1];
	const owned = ownedActs.get(act?.key ?? '');
	if (act?.kind === 'word' && owned !== undefined) {
		return {
			first: at,
			last: from + 1,
			cue: { start, end: act.end },
			via: [],
			agreement: owned,
			lemma: row.words,
			relays: row.relays,
		};
	}
	if (act?.kind === 'word' && acts.has(act.key) && reading.tokens[from + 1]?.kind === 'word') {
		cueEnd = act.end;
		from += 1;
	} else if (row.act) {
		return undefined;
	}
	const glued = joined(reading, from, row);
	if (glued === undefined || last === undefined) {
		return undefined;
	}
	const stop = clauseStop(reading, unit, glued.from);
	const written = readSource(reading, glued.from, Math.max(stop, glued.from), glued.skip);
	if (written === undefined || !speaks(reading, written, glued.skip, row)) {
		return undefined;
	}
	const { source, via } = row.relays ? throughMedia(reading, written, stop) : { source: written, via: [] };
	if (/^ب?قول(ه|ها|هم)$/.test(reading.tokens[source.last]?.key ?? '')) {
		return undefined;
	}
	const { agreement } = source;
	return {
		first: at,
		last: source.last,
		cue: { start, end: cueEnd },
		source,
		via,
		...(agreement === undefined ? {} : { agreement }),
		lemma: row.words,
		relays: row.relays,
	};
}

/** Where the source begins behind وفقا ل: the ل is glued to it or to its quotation mark. */
function joined(
	reading: Reading,
	from: number,
	row: Row,
): { readonly from: number; readonly skip: number } | undefined {
	if (row.takes === undefined) {
		return { from, skip: 0 };
	}
	const key = reading.tokens[from]?.key ?? '';
	if (key === row.takes) {
		return { from: from + 1, skip: 0 };
	}
	if (!key.startsWith(row.takes)) {
		return undefined;
	}
	const start = reading.tokens[from]?.start ?? 0;
	let skip = 1;
	while (reading.text.charAt(start + skip) === tatweel) {
		skip += 1;
	}
	return { from, skip };
}

const tatweel = '\u0640';

/** Whether the source of a bare وفق or حسب is one that says things, not a rule or a measure. */
function speaks(reading: Reading, source: SourcePhrase, skip: number, row: Row): boolean {
	const key = (reading.tokens[source.first]?.key ?? '').slice(skip > 0 ? 1 : 0);
	const stem = key.startsWith('ال') ? key.slice(2) : key.startsWith('ل') && skip > 0 ? key.slice(1) : key;
	if (source.head === undefined && /..(ها|هم|هما)$/.test(key) && !isNamed(reading, source.first)) {
		return false;
	}
	if (notSources.has(key) || notSources.has(stem) || key === 'ما' || (source.head === undefined && isMasdarLike(key))) {
		return false;
	}
	if (row.alone && row.words !== 'في نظر') {
		return true;
	}
	const named =
		(reading.entityOf[source.first] ?? -1) >= 0 &&
		reading.entities[reading.entityOf[source.first] ?? -1]?.label !== 'DATE';
	const quoted = reading.tokens[source.first]?.kind === 'mark' || /^[a-z]/.test(key);
	const known =
		sourceHeads.has(key) || sourceHeads.has(`ال${key.slice(1)}`) || sourceHeads.has(stem) || lastAnaphors.has(key);
	return named || quoted || known || source.head !== undefined;
}

/** قوله قولها قولهم, تعبيره …: the act with its owner. */
function ownedActForms(): ReadonlyMap<string, Agreement> {
	const forms = new Map<string, Agreement>();
	for (const act of [...acts, ...wordsOf(under(table, 'ownedActs')).map(matchKey)]) {
		const stem = act.endsWith('ه') ? `${act.slice(0, -1)}ت` : act;
		forms.set(`${stem}ه`, { gender: 'm', count: 'one' });
		forms.set(`${stem}ها`, { gender: 'f', count: 'one' });
		forms.set(`${stem}هم`, { gender: 'm', count: 'many' });
	}
	return forms;
}
