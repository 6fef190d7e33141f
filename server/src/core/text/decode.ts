import type { Problem, Result } from '../model.ts';

/**
 * Decodes bytes in a named encoding as a WHATWG TextDecoder with `ignoreBOM` does: what is no text becomes U+FFFD, a mark at the
 * beginning is kept. Undefined for a name it does not know. Core has no decoder of its own.
 */
export type DecodeBytes = (bytes: Uint8Array, encoding: string) => string | undefined;

/**
 * The text of a file, without its byte order mark. The mark decides the encoding, else `encoding`, else UTF-8.
 * With an error among the problems nothing may be suggested for the text, and nothing saved. Its codes: `encoding-unknown`
 * {encoding}; `encoding-undecodable` {encoding, percent}, more than 5 % is no text in it; `encoding-mistaken` {encoding,
 * suggested}, it reads as Arabic in another one.
 */
export function decodeText(bytes: Uint8Array, decode: DecodeBytes, encoding = 'utf-8'): Result<string> {
	const mark = byteOrderMark(bytes);
	const used = mark?.encoding ?? encoding;
	const text = decode(mark === undefined ? bytes : bytes.subarray(mark.length), used);
	if (text === undefined) {
		return { value: '', problems: [error('encoding-unknown', { encoding: used })] };
	}
	const share = strayShare(text);
	// UTF-8 read as windows-1256 is Arabic letters throughout, and nonsense; the other way round cannot happen.
	const doubtful = share > tolerated || (mark === undefined && !/^utf-?8$/i.test(used));
	const suggested = doubtful
		? likelierEncoding(bytes, decode, share > tolerated ? candidates : ['utf-8'], used)
		: undefined;
	if (suggested !== undefined) {
		return { value: text, problems: [error('encoding-mistaken', { encoding: used, suggested })] };
	}
	const percent = Math.floor(share * 100);
	return {
		value: text,
		problems: share > tolerated ? [error('encoding-undecodable', { encoding: used, percent })] : [],
	};
}

/** Share of code points that no text has: U+FFFD and control characters other than blanks and line ends. 0 for an empty text. */
export function strayShare(text: string): number {
	let stray = 0;
	let pairs = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === 0xfffd || (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d))) {
			stray += 1;
		} else if (unit >= 0xdc00 && unit <= 0xdfff) {
			pairs += 1;
		}
	}
	return text.length === 0 ? 0 : stray / (text.length - pairs);
}

/** From this share on a text is taken for bytes of another encoding. */
const tolerated = 0.05;

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
	{ bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
	{ bytes: [0xff, 0xfe], encoding: 'utf-16le' },
	{ bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

function byteOrderMark(bytes: Uint8Array): { readonly encoding: string; readonly length: number } | undefined {
	const mark = marks.find(candidate => candidate.bytes.every((byte, index) => bytes[index] === byte));
	return mark && { encoding: mark.encoding, length: mark.bytes.length };
}

/** Encodings of Arabic files that carry no mark; the first in which the beginning reads as Arabic wins. */
const candidates = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256'];

function likelierEncoding(bytes: Uint8Array, decode: DecodeBytes, among: readonly string[], used: string) {
	const beginning = bytes.subarray(0, 4096);
	return among.find(candidate => candidate !== used && readsAsArabic(decode(beginning, candidate) ?? ''));
}

/** Whether most of what is not ASCII are Arabic letters, and there is hardly anything stray. */
function readsAsArabic(text: string): boolean {
	let arabic = 0;
	let foreign = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit >= 0x0621 && unit <= 0x064a) {
			arabic += 1;
		} else if (unit > 0x7f) {
			foreign += 1;
		}
	}
	return arabic > foreign && strayShare(text) <= tolerated;
}

function error(code: string, values: NonNullable<Problem['values']>): Problem {
	return { code, severity: 'error', values };
}
