import { matchKey } from '../../text/key.ts';

export type Gender = 'm' | 'f';
export type Count = 'one' | 'two' | 'many';

/** What a form says of its subject. */
export interface Agreement {
	readonly gender: Gender;
	readonly count: Count;
}

export interface Form {
	/** Match key. */
	readonly key: string;
	readonly agreement: Agreement;
}

const he: Agreement = { gender: 'm', count: 'one' };
const she: Agreement = { gender: 'f', count: 'one' };
const they: Agreement = { gender: 'm', count: 'many' };
const women: Agreement = { gender: 'f', count: 'many' };
const bothMen: Agreement = { gender: 'm', count: 'two' };
const bothWomen: Agreement = { gender: 'f', count: 'two' };

/** قال قالت قالوا with their duals: قالا قالتا. */
export function perfectForms(words: readonly string[]): Form[] {
	const [ms = '', fs = '', mp = ''] = words.map(matchKey);
	const dual = /[اي]$/.test(words[0] ?? '') || (words[0] ?? '').endsWith('ى') ? `${ms.slice(0, -1)}يا` : `${ms}ا`;
	return kept([
		{ key: ms, agreement: he },
		{ key: fs, agreement: she },
		{ key: mp, agreement: they },
		{ key: ms === '' ? '' : dual, agreement: bothMen },
		{ key: fs === '' ? '' : `${fs}ا`, agreement: bothWomen },
	]);
}

/** يقول (يدعو يدعون) with the feminine and the dual. */
export function imperfectForms(words: readonly string[]): Form[] {
	const [one = '', given] = words.map(matchKey);
	if (one === '') {
		return [];
	}
	const many = given ?? `${one}ون`;
	const dual = `${one}ان`;
	return kept([
		{ key: one, agreement: he },
		{ key: `ت${one.slice(1)}`, agreement: she },
		{ key: many, agreement: they },
		{ key: dual, agreement: bothMen },
		{ key: `ت${dual.slice(1)}`, agreement: bothWomen },
	]);
}

/** From قائل: قائلا قائلة قائلين قائلات قائلتين. The bare masculine is a noun (متحدث) far more often than a cue. */
export function participleForms(stem: string): Form[] {
	const key = matchKey(stem);
	const plural = key.endsWith('ي') ? key.slice(0, -1) : key;
	return kept([
		{ key: `${key}ا`, agreement: he },
		{ key: `${key}ه`, agreement: she },
		{ key: `${plural}ين`, agreement: they },
		{ key: `${key}ات`, agreement: women },
		{ key: `${key}تين`, agreement: bothWomen },
	]);
}

/** قوله قولها قولهم: the owner speaks. Feminine nouns open their ة: إشارته. */
export function ownedForms(noun: string): Form[] {
	const key = matchKey(noun);
	const stem = noun.endsWith('ة') ? `${key.slice(0, -1)}ت` : key;
	return [
		{ key: `${stem}ه`, agreement: he },
		{ key: `${stem}ها`, agreement: she },
		{ key: `${stem}هم`, agreement: they },
		{ key: `${stem}هما`, agreement: bothMen },
	];
}

/** A verb with a pronoun for its object: أبلغه، وصفتها، اعتبروه. */
export function withObject(form: Form): Form[] {
	const stem = form.key.endsWith('وا')
		? form.key.slice(0, -1)
		: form.key.endsWith('ي')
			? `${form.key.slice(0, -1)}ا`
			: form.key;
	return ['ه', 'ها', 'هم', 'هما', 'نا', 'ني'].map(pronoun => ({ key: stem + pronoun, agreement: form.agreement }));
}

function kept(forms: readonly Form[]): Form[] {
	return forms.filter(form => form.key.length > 1);
}
