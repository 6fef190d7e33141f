import { sha256Hex } from '../../text/hash.ts';
import { indexFeatures } from './featureIndex.ts';
import { fromBase64, packedReader, packedWriter, toBase64 } from './packed.ts';
import { type Calibration, type SequenceModel, tagsOfLabels } from './sequenceModel.ts';
import { wordTableOf } from './wordTable.ts';

/** Since 2, words have finer rates and rates of their places, and scores go by label. */
const format = 2;

/** A model as text, so that it can be kept beside code and read everywhere. Four lines and a line end:
 * `isnad-model 2`; the SHA-256 of the rest; a JSON header (labels, provenance, licence, numbers); the packed tables in base64. */
export function writeModel(model: SequenceModel): string {
	const many = model.tags.length;
	const packed = packedWriter();
	let before = 0;
	for (const [row, hash] of model.hashes.entries()) {
		packed.number(hash - before);
		before = hash;
		let mask = 0;
		for (let y = 0; y < many; y++) {
			mask += model.emission[row * many + y] === 0 ? 0 : 2 ** y;
		}
		packed.number(mask);
		for (let y = 0; y < many; y++) {
			const weight = model.emission[row * many + y] as number;
			if (weight !== 0) {
				packed.byte(weight & 255);
			}
		}
	}
	const { words } = model;
	before = 0;
	for (const [row, hash] of words.hashes.entries()) {
		packed.number(hash - before);
		before = hash;
		packed.number((words.fine[row] as number) + 1);
		packed.number(words.rest[row] as number);
	}
	const header = {
		...model.provenance,
		labels: model.labels,
		scale: model.scale,
		features: model.hashes.length,
		words: words.hashes.length,
		transition: [...model.transition],
		calibration: model.calibration,
		added: model.added,
		clusters: [...words.coarse],
	};
	const rest = `${JSON.stringify(header)}\n${toBase64(packed.bytes())}\n`;
	return `isnad-model ${format}\n${sha256Hex(rest)}\n${rest}`;
}

/** Why a file is no model that can be used here. */
export type ModelProblem = 'not-a-model' | 'newer-version' | 'older-version' | 'damaged';

/** Reads what `writeModel` wrote. Never throws: a file of another version, or one that was changed, is a problem. */
export function readModel(text: string): SequenceModel | ModelProblem {
	const version = /^isnad-model ([0-9]{1,6})\n/.exec(text)?.[1];
	if (version === undefined || Number(version) !== format) {
		return version === undefined ? 'not-a-model' : Number(version) > format ? 'newer-version' : 'older-version';
	}
	const checksum = text.indexOf('\n') + 1;
	const rest = text.indexOf('\n', checksum) + 1;
	if (rest === 0 || sha256Hex(text.slice(rest)) !== text.slice(checksum, rest - 1)) {
		return 'damaged';
	}
	const body = text.indexOf('\n', rest) + 1;
	const header = readHeader(text.slice(rest, body - 1));
	const bytes = fromBase64(text, body);
	return header === undefined || bytes === undefined ? 'damaged' : unpack(header, bytes);
}

interface Header {
	readonly name: string;
	readonly licence: string;
	readonly attribution: string;
	readonly labels: readonly string[];
	readonly scale: number;
	readonly features: number;
	readonly words: number;
	readonly transition: readonly number[];
	readonly calibration: Calibration;
	readonly added: Calibration;
	readonly clusters: readonly number[];
}

function readHeader(json: string): Header | undefined {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return undefined;
	}
	if (typeof value !== 'object' || value === null) {
		return undefined;
	}
	const header = value as Partial<Record<keyof Header, unknown>>;
	const strings = [header.name, header.licence, header.attribution].every(one => typeof one === 'string');
	const counts = [header.scale, header.features, header.words].every(one => Number.isInteger(one) && Number(one) >= 0);
	const scores = [header.calibration, header.added].flatMap(one => (Array.isArray(one) ? one : [undefined]));
	const lists = [header.transition, header.clusters, ...scores].every(
		list => Array.isArray(list) && list.every(one => Number.isInteger(one)),
	);
	const { labels, transition } = header;
	if (!strings || !counts || !lists || !Array.isArray(labels) || labels.length > 24) {
		return undefined;
	}
	const many = labels.length * 2 + 1;
	const fits = Array.isArray(transition) && transition.length === (many + 1) * many;
	return fits && labels.every(label => typeof label === 'string') ? (value as Header) : undefined;
}

function unpack(header: Header, bytes: Uint8Array): SequenceModel | ModelProblem {
	const tags = tagsOfLabels(header.labels);
	const many = tags.length;
	const packed = packedReader(bytes);
	// Each row takes at least two bytes: no header can ask for more room than the file is long.
	if (header.features * 2 + header.words * 3 > bytes.length) {
		return 'damaged';
	}
	const hashes = new Uint32Array(header.features);
	const emission = new Int8Array(header.features * many);
	let hash = 0;
	for (let row = 0; row < header.features; row++) {
		hash += packed.number();
		hashes[row] = hash;
		let mask = packed.number();
		for (let y = 0; mask > 0 && y < many; y++) {
			if (mask % 2 === 1) {
				emission[row * many + y] = packed.byte();
			}
			mask = Math.floor(mask / 2);
		}
	}
	const wordHashes = new Uint32Array(header.words);
	const fine = new Int16Array(header.words);
	const rest = new Uint32Array(header.words);
	hash = 0;
	for (let row = 0; row < header.words; row++) {
		hash += packed.number();
		wordHashes[row] = hash;
		fine[row] = packed.number() - 1;
		rest[row] = packed.number();
	}
	return {
		labels: header.labels,
		tags,
		features: indexFeatures(hashes),
		hashes,
		emission,
		transition: Int32Array.from(header.transition),
		scale: header.scale,
		words: wordTableOf(wordHashes, fine, rest, Uint8Array.from(header.clusters)),
		calibration: header.calibration,
		added: header.added,
		provenance: { name: header.name, licence: header.licence, attribution: header.attribution },
	};
}
