import table from '../../lexicon/statements/cues.yaml';
import { matchKey } from '../../text/key.ts';
import {
	type Agreement,
	type Form,
	imperfectForms,
	ownedForms,
	participleForms,
	perfectForms,
	withObject,
} from './conjugation.ts';
import { isRow, type Row, rowsOf, under, wordsOf } from './readTable.ts';

export type Need = 'initial' | 'adjacent' | 'colon' | 'that' | 'preposition' | 'source';
/** own: the first person of the perfect, قلت, which only words between marks use. */
export type Tense = 'perfect' | 'imperfect' | 'participle' | 'masdar' | 'own';

/** One row of the table of cues. */
export interface Cue {
	readonly lemma: string;
	/** Letter of its class. */
	readonly letter: string;
	readonly stance: string;
	/** Whether a clause may follow, and the prepositions (as match keys) that may stand before it. */
	readonly that: boolean;
	readonly prepositions: ReadonlySet<string>;
	/** Whether a colon or a quotation mark may open the words themselves. */
	readonly speech: boolean;
	/** How an object that is no clause is joined: 'bare' or a preposition's key. */
	readonly objects: ReadonlySet<string>;
	readonly needs: ReadonlySet<Need>;
	/** The words are the predicate only: وصفه بأنه. */
	readonly naming: boolean;
	/** Its object is a feeling with the clause behind it: أعرب عن أمله في أن. */
	readonly feeling: boolean;
	/** It passes on what another said: نقلت عن. */
	readonly relays: boolean;
	/** Its imperfect without a source is a passive: يتوقع أن. */
	readonly impersonal: boolean;
	/** Its object is the one spoken to: أبلغ الوفد الوزير أن. */
	readonly tells: boolean;
	/** Spellings that share a match key with a form and are something else: يدعى, فرد. */
	readonly unlike: ReadonlySet<string>;
	/** Match key of the preposition that its source stands behind: جاء في البيان. */
	readonly sourceBehind?: string;
}

/** A written form that may be a cue. */
export interface CueForm {
	readonly cue: Cue;
	readonly tense: Tense;
	readonly agreement: Agreement;
	/** Letters before the cue that are no part of it: و and ف. */
	readonly clitic: 0 | 1;
	/** Whether the object or the owner is a pronoun glued to it. */
	readonly suffixed: boolean;
}

export interface CueTable {
	readonly cues: readonly Cue[];
	/** All forms by match key; homographs share one. */
	readonly forms: ReadonlyMap<string, readonly CueForm[]>;
	/** What is wrong with the table, one sentence each; empty for the table that ships. */
	readonly problems: readonly string[];
}

const knownKeys = new Set([
	'lemma',
	'class',
	'perfect',
	'imperfect',
	'participle',
	'masdar',
	'that',
	'speech',
	'object',
	'person',
	'needs',
	'naming',
	'feeling',
	'relay',
	'sourceBehind',
	'impersonal',
	'unlike',
	'tells',
	'own',
]);
const knownNeeds: ReadonlySet<string> = new Set<Need>([
	'initial',
	'adjacent',
	'colon',
	'that',
	'preposition',
	'source',
]);
const knownPrepositions = new Set(['bare', 'إلى', 'على', 'عن', 'من', 'في', 'ب', 'ل']);

/** The table of cues, compiled once. */
export const cueTable: CueTable = compile();

function compile(): CueTable {
	const problems: string[] = [];
	const forms = new Map<string, CueForm[]>();
	const cues: Cue[] = [];
	for (const row of rowsOf(table, 'cues')) {
		const cue = readCue(row, problems);
		cues.push(cue);
		addForms(forms, row, cue, problems);
	}
	const excluded = under(table, 'excluded');
	for (const [lemma, reason] of Object.entries(isRow(excluded) ? excluded : {})) {
		check(!cues.some(cue => cue.lemma === lemma), `${lemma}: a cue and excluded`, problems);
		check(typeof reason === 'string' && reason !== '', `${lemma}: excluded without a reason`, problems);
	}
	return { cues, forms, problems };
}

function readCue(row: Row, problems: string[]): Cue {
	const lemma = wordsOf(row['lemma']).join(' ');
	const letter = wordsOf(row['class']).join('');
	const stance = wordsOf(under(table, 'classes', letter, 'stance')).join('');
	const that = wordsOf(row['that']);
	const objects = wordsOf(row['object']);
	const needs = wordsOf(row['needs']);
	const behind = wordsOf(row['sourceBehind'])[0];
	for (const key of Object.keys(row)) {
		check(knownKeys.has(key), `${lemma}: unknown key ${key}`, problems);
	}
	check(isRow(row) && lemma !== '', 'a cue without lemma', problems);
	check(stance !== '', `${lemma}: unknown class ${letter}`, problems);
	check(that.length === 0 || that[0] === 'أن', `${lemma}: that begins with أن`, problems);
	for (const word of [...that.slice(1), ...objects]) {
		check(knownPrepositions.has(word), `${lemma}: unknown preposition ${word}`, problems);
	}
	for (const need of needs) {
		check(knownNeeds.has(need), `${lemma}: unknown need ${need}`, problems);
	}
	check(that.length + objects.length > 0 || row['speech'] === 'yes', `${lemma}: no frame`, problems);
	return {
		lemma,
		letter,
		stance,
		that: that.length > 0,
		prepositions: new Set(that.slice(1).map(matchKey)),
		speech: row['speech'] === 'yes',
		objects: new Set(objects.map(word => (word === 'bare' ? word : matchKey(word)))),
		needs: new Set(needs.filter(isNeed)),
		naming: row['naming'] === 'yes',
		feeling: row['feeling'] === 'yes',
		relays: row['relay'] === 'yes',
		impersonal: row['impersonal'] === 'yes',
		tells: row['tells'] === 'yes',
		unlike: new Set(wordsOf(row['unlike'])),
		...(behind === undefined ? {} : { sourceBehind: matchKey(behind) }),
	};
}

function isNeed(word: string): word is Need {
	return knownNeeds.has(word);
}

function check(holds: boolean, problem: string, problems: string[]): void {
	if (!holds) {
		problems.push(problem);
	}
}

function addForms(forms: Map<string, CueForm[]>, row: Row, cue: Cue, problems: string[]): void {
	const perfect = perfectForms(wordsOf(row['perfect']));
	const imperfect = imperfectForms(wordsOf(row['imperfect']));
	const participle = wordsOf(row['participle']).flatMap(participleForms);
	const nouns = wordsOf(row['masdar']);
	const written = [...perfect, ...imperfect].map(form => form.key);
	check(new Set(written).size === written.length, `${cue.lemma}: a form twice`, problems);
	const add = (list: readonly Form[], tense: Tense, prefixes: readonly string[], suffixed: boolean): void => {
		for (const form of list) {
			for (const prefix of prefixes) {
				const clitic = prefix.startsWith('و') || prefix.startsWith('ف') ? 1 : 0;
				push(forms, prefix + form.key, { cue, tense, agreement: form.agreement, clitic, suffixed });
			}
		}
	};
	add(perfect, 'perfect', ['', 'و', 'ف'], false);
	// سيرى is "will see", not "will hold".
	const prefixes = cue.letter === 'I' ? ['', 'و', 'ف'] : ['', 'و', 'ف', 'س', 'وس', 'ل', 'ول'];
	add(imperfect, 'imperfect', prefixes, false);
	for (const own of wordsOf(row['own'])) {
		add([{ key: matchKey(own), agreement: { gender: 'm', count: 'one' } }], 'own', ['', 'و', 'ف'], false);
	}
	add(participle, 'participle', ['', 'و'], false);
	add(nouns.flatMap(ownedForms), 'masdar', ['', 'و', 'ب', 'وب', 'ل', 'ك'], true);
	add(
		nouns.map(noun => ({ key: matchKey(noun), agreement: { gender: 'm', count: 'one' } })),
		'masdar',
		['', 'ب', 'ال', 'بال', 'لل'],
		false,
	);
	if (row['person'] === 'yes') {
		add(perfect.flatMap(withObject), 'perfect', ['', 'و', 'ف'], true);
		add(imperfect.flatMap(withObject), 'imperfect', ['', 'و', 'ف', 'س'], true);
		add(participle.filter(form => form.agreement.count === 'one').flatMap(withObject), 'participle', ['', 'و'], true);
	}
}

function push(forms: Map<string, CueForm[]>, key: string, form: CueForm): void {
	const list = forms.get(key);
	if (list === undefined) {
		forms.set(key, [form]);
	} else if (
		!list.some(other => other.cue === form.cue && other.tense === form.tense && other.clitic === form.clitic)
	) {
		list.push(form);
	}
}
