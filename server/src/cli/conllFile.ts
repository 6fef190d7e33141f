import { readFile } from 'node:fs/promises';
import type { Tagger } from '../core/entities/model/tagText.ts';
import { type ConllSentence, conllDocuments, conllLabels, readConll } from '../core/formats/readConll.ts';
import { tagConll } from '../core/formats/tagConll.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { UsageError } from './command.ts';
import { whyUnreadable } from './textFiles.ts';

/** A file in UTF-8; one that cannot be read is wrong use. */
export async function readTextFile(path: string): Promise<string> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(path);
	} catch (error) {
		throw new UsageError(`${path}: ${whyUnreadable(error)}`);
	}
	const text = decodeBytes(bytes, 'utf-8');
	if (text === undefined) {
		throw new UsageError(`${path}: no UTF-8`);
	}
	return text;
}

/** The tokens of a CoNLL text with a tag each, `FORM _ O TAG`; tags it has already are not looked at. Boundaries as in ANERcorp. */
export function* taggedConll(text: string, tagger: Tagger): Generator<void, string> {
	const sentences = readConll(text, conllLabels);
	const tags = yield* tagConll(sentences, tagger);
	return printed(sentences, tags);
}

function printed(sentences: readonly ConllSentence[], tags: readonly (readonly string[])[]): string {
	const marked = conllDocuments(sentences).length > 1 && sentences.filter(sentence => sentence.begins).length > 1;
	let output = '';
	for (const [at, sentence] of sentences.entries()) {
		output += marked && sentence.begins ? '-DOCSTART- -X- O O\n\n' : '';
		for (const [k, token] of sentence.tokens.entries()) {
			output += `${token.form} _ O ${tags[at]?.[k] ?? 'O'}\n`;
		}
		output += '\n';
	}
	return output;
}
