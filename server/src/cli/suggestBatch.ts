import { readFile } from 'node:fs/promises';
import { analysing } from '../core/analysis/analyse.ts';
import { conllDocument } from '../core/formats/conll.ts';
import { jsonDocument, jsonLine } from '../core/formats/jsonl.ts';
import type { Cancellation } from '../core/ports.ts';
import { runSteps } from '../core/steps.ts';
import { decodeText } from '../core/text/decode.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { taggedConll } from './conllFile.ts';
import { type InputLine, readInputLine } from './inputLines.ts';
import { modelsFor, readModelFile } from './modelOption.ts';
import { whyUndecodable } from './problemWords.ts';
import { scheduler } from './scheduler.ts';
import { whyUnreadable } from './textFiles.ts';

/** A stretch of input: what one worker takes at a time. Plain data, as it goes from thread to thread. */
export type Batch =
	| { readonly kind: 'files'; readonly paths: readonly string[] }
	/** Whole lines of JSON in UTF-8; the number of the first counts from 1. */
	| { readonly kind: 'lines'; readonly bytes: Uint8Array; readonly firstLine: number };

export interface BatchResult {
	/** UTF-8. */
	readonly output: Uint8Array;
	readonly documents: number;
	/** A line each on what could not be read. */
	readonly complaints: readonly string[];
}

export const suggestFormats = ['jsonl', 'conll'] as const;

export const inputFormats = ['text', 'conll'] as const;

export interface SuggestOptions {
	/** conll: tokens are given and kept, and only `--format conll` can be written. */
	readonly inputFormat: (typeof inputFormats)[number];
	readonly format: (typeof suggestFormats)[number];
	/** A file of isnad train. */
	readonly model?: string;
	/** Of files without a byte order mark. */
	readonly encoding: string;
}

/** Suggestions for a batch, in the order of its documents. Depends on nothing but the batch, the files it names and the options. */
export async function suggestBatch(
	batch: Batch,
	options: SuggestOptions,
	cancellation: Cancellation,
): Promise<BatchResult> {
	let output = '';
	let documents = 0;
	const complaints: string[] = [];
	const fail = (input: Input) => {
		complaints.push(`${input.place}: ${input.error}`);
		output += batch.kind === 'lines' && options.format === 'jsonl' ? errorLine(input) : '';
	};
	const inputs = batch.kind === 'files' ? fileInputs(batch.paths, options) : lineInputs(batch.bytes, batch.firstLine);
	for await (const input of inputs) {
		if (input.error !== undefined) {
			fail(input);
			continue;
		}
		try {
			if (options.inputFormat === 'conll') {
				const { tagger } = await readModelFile(options.model);
				const tagged = await runSteps(taggedConll(input.text, tagger), cancellation, scheduler);
				if (tagged === undefined) break;
				output += tagged;
				documents += 1;
				continue;
			}
			const analysis = await runSteps(
				analysing(input.text, { models: await modelsFor(options.model) }),
				cancellation,
				scheduler,
			);
			if (analysis === undefined) break;
			output +=
				options.format === 'conll'
					? conllDocument(input.text, analysis)
					: jsonLine(jsonDocument(input.id, input.text, analysis));
			documents += 1;
		} catch (error) {
			// A fault of ours; it must not cost the other documents of a long run.
			fail({ place: input.place, id: input.id, error: 'failed inside Isnad; please report it' });
			complaints.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
		}
	}
	return { output: new TextEncoder().encode(output), documents, complaints };
}

/** A document, or why there is none. */
type Input = InputLine & { readonly place: string };

async function* fileInputs(paths: readonly string[], { encoding }: SuggestOptions): AsyncGenerator<Input, void> {
	for (const path of paths) {
		const place = path;
		let bytes: Uint8Array;
		try {
			bytes = await readFile(path);
		} catch (error) {
			yield { place, id: path, error: whyUnreadable(error) };
			continue;
		}
		const { value: text, problems } = decodeText(bytes, decodeBytes, encoding);
		const problem = problems.find(({ severity }) => severity === 'error');
		yield problem === undefined ? { place, id: path, text } : { place, id: path, error: whyUndecodable(problem) };
	}
}

function* lineInputs(bytes: Uint8Array, firstLine: number): Generator<Input, void> {
	const lines = (decodeBytes(bytes, 'utf-8') ?? '').split('\n');
	for (const [index, line] of lines.entries()) {
		const input = readInputLine(line);
		if (input !== undefined) {
			yield { ...input, place: `line ${firstLine + index}` };
		}
	}
}

function errorLine({ id, error }: Input): string {
	return jsonLine({ id, error });
}
