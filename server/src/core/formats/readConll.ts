import { type Token, tokenize } from '../text/tokens.ts';

/** One line of a CoNLL file that holds a token. */
export interface ConllToken {
	readonly form: string;
	/** IOB2, labels as in the model: O, B-PER, I-PER … */
	readonly tag: string;
}

/** A sentence of a CoNLL file, and the same as our tokens. */
export interface ConllSentence {
	readonly tokens: readonly ConllToken[];
	readonly text: string;
	readonly parsed: readonly Token[];
	/** For each of our tokens, the index of the CoNLL token it lies in. */
	readonly owner: readonly number[];
	/** Whether a new document begins with it. */
	readonly begins: boolean;
}

/**
 * Reads `FORM … TAG` lines, blank lines between sentences. Labels are mapped by `labels`; those it lacks become O.
 * I- where nothing of its label goes before is read as B-. Lines `-DOCSTART-` are passed over.
 */
export function readConll(content: string, labels: ReadonlyMap<string, string>): ConllSentence[] {
	const sentences: ConllSentence[] = [];
	let tokens: ConllToken[] = [];
	let begins = true;
	const end = () => {
		if (tokens.length > 0) {
			sentences.push(sentenceOf(tokens, begins));
			tokens = [];
			begins = false;
		}
	};
	for (const line of content.split(/\r?\n/)) {
		const columns = line.split(/[ \t]/).filter(column => column !== '');
		const form = columns[0];
		if (form === undefined || form === '-DOCSTART-') {
			end();
			begins ||= form !== undefined;
			continue;
		}
		const raw = columns.length > 1 ? (columns.at(-1) ?? 'O') : 'O';
		const label = labels.get(raw.slice(2));
		const before = tokens.at(-1)?.tag ?? 'O';
		const goesOn = raw.startsWith('I-') && before.slice(2) === label;
		tokens.push({ form, tag: label === undefined ? 'O' : `${goesOn ? 'I' : 'B'}-${label}` });
	}
	end();
	return sentences;
}

function sentenceOf(tokens: readonly ConllToken[], begins: boolean): ConllSentence {
	const text = tokens.map(token => token.form).join(' ');
	const parsed = tokenize(text);
	const owner: number[] = [];
	let index = 0;
	let end = tokens[0]?.form.length ?? 0;
	for (const token of parsed) {
		while (token.start >= end && index < tokens.length - 1) {
			index += 1;
			end += 1 + (tokens[index]?.form.length ?? 0);
		}
		owner.push(index);
	}
	return { tokens, text, parsed, owner, begins };
}

/** Labels of other corpora by ours. */
export const conllLabels: ReadonlyMap<string, string> = new Map([
	['PERS', 'PER'],
	['PER', 'PER'],
	['PERSON', 'PER'],
	['LOC', 'LOC'],
	['GPE', 'LOC'],
	['ORG', 'ORG'],
]);

/** Sentences by document. A file that does not say where documents begin is cut into parts of twenty sentences. */
export function conllDocuments(sentences: readonly ConllSentence[]): ConllSentence[][] {
	const marked = sentences.filter(sentence => sentence.begins).length > 1;
	const documents: ConllSentence[][] = [];
	for (const [at, sentence] of sentences.entries()) {
		if (at === 0 || (marked ? sentence.begins : at % 20 === 0)) {
			documents.push([]);
		}
		documents.at(-1)?.push(sentence);
	}
	return documents;
}

/** The sentences of a document as one list of tokens, with the place of each sentence in it. */
export function joinSentences(sentences: readonly ConllSentence[]): {
	readonly tokens: readonly Token[];
	readonly stretches: readonly { readonly first: number; readonly last: number }[];
} {
	const tokens: Token[] = [];
	const stretches = sentences.map(({ parsed }) => {
		tokens.push(...parsed);
		return { first: tokens.length - parsed.length, last: tokens.length };
	});
	return { tokens, stretches };
}

/** A tag for each of our tokens: marks at the edges of a name stay outside it. */
export function tagsOf({ tokens, parsed, owner }: ConllSentence): string[] {
	const tags = parsed.map(() => 'O');
	for (let first = 0; first < parsed.length; first++) {
		const tag = tokens[owner[first] ?? 0]?.tag ?? 'O';
		if (!tag.startsWith('B-') || owner[first] === owner[first - 1]) {
			continue;
		}
		let last = first + 1;
		while (
			last < parsed.length &&
			(owner[last] === owner[first] || tokens[owner[last] ?? 0]?.tag === `I-${tag.slice(2)}`)
		) {
			last += 1;
		}
		let begin = first;
		while (begin < last && parsed[begin]?.kind === 'mark') {
			begin += 1;
		}
		while (last > begin && parsed[last - 1]?.kind === 'mark') {
			last -= 1;
		}
		for (let at = begin; at < last; at++) {
			tags[at] = `${at === begin ? 'B' : 'I'}${tag.slice(1)}`;
		}
	}
	return tags;
}
