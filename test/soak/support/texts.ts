import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Chance with a committed seed: a whole number from 0, below the limit. */
export type Draw = (limit: number) => number;

/** The articles of the sample corpus, without a byte order mark. */
export const sampleTexts: readonly string[] = globSync('annotations/sample/news/**/*.txt', { cwd: root })
	.sort()
	.map(path => readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, ''));

export function pick<T>(draw: Draw, items: readonly T[]): T {
	if (items.length === 0) throw new Error('nothing to pick from');
	return items[draw(items.length)] as T;
}

/** What news is made of, and what no news should hold. */
const words =
	'قال قالت وقال وأضاف أكد وأوضح أعلن أن إن إنه بأن ل لـ من في على إلى الرئيس رئيس الوزراء وزير الخارجية المتحدث باسم وكالة الأنباء مصدر مسؤول سعاد المرواني محمد عبد الله أبو بكر آل للأمم المتحدة دمشق القاهرة واشنطن الولايات يوم الخميس ٢٠ آب/أغسطس 2020 مليون دولار لافتا مشيرا بحسب وفقا نقلا عن'.split(
		' ',
	);
const marks = [
	'«',
	'»',
	'"',
	'“',
	'”',
	'„',
	"'",
	'‘',
	'’',
	'(',
	')',
	'[',
	']',
	':',
	'،',
	',',
	'.',
	'؟',
	'!',
	'…',
	'-',
	'–',
	'—',
	'؛',
];
const blanks = [' ', ' ', ' ', '\n', '\n\n', '\r\n', '\r', '\t', '\u00a0', '\u2028', '\u0085', '\u200b'];
const strange = [
	'\u200f',
	'\u200e',
	'\u202a',
	'\u202b',
	'\u202c',
	'\u202d',
	'\u202e',
	'\u2066',
	'\u2067',
	'\u2068',
	'\u2069',
	'\u061c',
	'\u0640',
	'\u064e',
	'\u0651',
	'\u0670',
	'\u0300',
	'\u200c',
	'\u200d',
	'\ufeff',
	'\ufffd',
	'\0',
	'\u0007',
	'\u001b[31m',
	'\ud800',
	'\udc00',
	'\udfff\ud800',
	'😀',
	'👨‍👩‍👧',
	'𞸀',
	'\ufdfa',
	'ﻻ',
	'ﺍﻟ',
	'e\u0301',
	'__proto__',
	'constructor',
	'<script>',
	'%s',
	'{}',
	'\\',
	'١٢٣',
	'12/13/2014',
	'9'.repeat(30),
	'ا'.repeat(60),
];

/** A document of at most 2,000 code units: pieces thrown together, or an article of the sample corpus cut and damaged. */
export function fuzzedText(draw: Draw): string {
	return draw(3) === 0 ? damaged(draw) : scrambled(draw);
}

function scrambled(draw: Draw): string {
	const pieces = 1 + draw(draw(4) === 0 ? 200 : 50);
	let text = '';
	for (let i = 0; i < pieces; i++) text += piece(draw);
	return text.slice(0, 2000);
}

function piece(draw: Draw): string {
	const kind = draw(20);
	if (kind < 10) return `${pick(draw, words)} `;
	if (kind < 13) return pick(draw, words);
	if (kind < 16) return pick(draw, marks);
	if (kind < 18) return pick(draw, blanks);
	return kind === 18 ? pick(draw, strange) : String.fromCharCode(draw(0x10000));
}

function damaged(draw: Draw): string {
	const article = pick(draw, sampleTexts);
	const start = draw(article.length);
	let text = article.slice(start, start + 100 + draw(700));
	for (let edits = draw(12); edits > 0; edits--) {
		const at = draw(text.length + 1);
		const gone = draw(3) === 0 ? draw(20) : draw(2);
		text = text.slice(0, at) + (draw(3) === 0 ? '' : piece(draw)) + text.slice(at + gone);
	}
	return text.slice(0, 2000);
}
