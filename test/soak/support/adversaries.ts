import { drawsBelow } from '../../../server/src/core/agreement/mersenneTwister.ts';
import { type Draw, fuzzedText, pick, sampleTexts } from './texts.ts';

export interface Adversary {
	readonly what: string;
	/** A text of so many code units. */
	text(length: number): string;
}

/** One hundred ways to make a text that costs more than its length: one thing over and over, or two against each other. */
export function adversaries(seed: number): readonly Adversary[] {
	return [...repeated.map(unit => ({ what: JSON.stringify(unit), text: over(unit) })), ...made(seed)];
}

const repeated: readonly string[] = [
	...['«', '»', '"', '“', '”', "'", '(', ')', '[', '«»', '""', '«"', '"«', '««»', '» «', '(«', '"" ', '“ ”'],
	...[
		'.',
		'،',
		':',
		'؛',
		'-',
		'- ',
		': ',
		'، ',
		'. ',
		'…',
		'..,',
		'* ',
		'| ',
		'/',
		'@',
		'#',
		'http://',
		'1',
		'1/',
		'12/2014 ',
	],
	...[' ', '\n', '\r', '\r\n', '\t', '\u00a0', '\u2028', '\u3000', '\u200b', '\u200d', '\ufeff', '\0', '\ufffd'],
	...[
		'\u064e',
		'\u0651\u064e',
		'\u0300',
		'\u0640',
		'\u202e',
		'\u2067',
		'\u2069',
		'\u200f',
		'\ud800',
		'\udc00',
		'😀',
		'𞸀',
	],
	...[
		'ا',
		'و',
		'ل',
		'وال',
		'a',
		'ﻻ',
		'ﷺ',
		'قال ',
		'قال: ',
		'قال إن ',
		'وأن ',
		'قال «',
		'«قال ',
		'"قال" ',
		'قال\n',
		'وقال، ',
	],
	...[
		'محمد ',
		'أبو ',
		'عبد ',
		'بن ',
		'محمد بن ',
		'وزير ',
		'الرئيس ',
		'سعاد قالت ',
		'للأمم المتحدة ',
		'٢٠ آب/أغسطس ',
		'يوم الخميس ',
	],
];

function made(seed: number): readonly Adversary[] {
	const halves = (first: string, second: string) => (length: number) =>
		over(first)(length >> 1) + over(second)(length - (length >> 1));
	const numbered = (unit: (i: number) => string) => (length: number) => {
		let text = '';
		for (let i = 0; text.length < length; i++) text += unit(i);
		return text.slice(0, length);
	};
	const draw: Draw = drawsBelow(seed);
	return [
		{ what: 'opened, then closed', text: halves('«', '»') },
		{ what: 'opened with words, then closed', text: halves('« قال ', ' »') },
		{ what: 'cues, then marks', text: halves('قال ', '«') },
		{ what: 'names, then cues', text: halves('محمد ', 'قال ') },
		{ what: 'blanks, then a cue', text: (length: number) => `${' '.repeat(length - 4)}قال ` },
		{ what: 'a mark opened at the beginning only', text: (length: number) => `قال: «${over('نعم ')(length - 6)}` },
		{ what: 'a different word each', text: numbered(i => `${letters(i)} `) },
		{ what: 'a different name each', text: numbered(i => `السيد ${letters(i)} المرواني قال إن الأمر انتهى. `) },
		{ what: 'a different speaker a paragraph', text: numbered(i => `وقال ${letters(i)} محمد: «نعم»\n`) },
		{ what: 'implicit speakers only', text: over('وأضاف أن الأمر انتهى. ') },
		{ what: 'sources of sources', text: over('نقلا عن مصدر بحسب وكالة ') },
		{ what: 'an article over and over', text: over(`${sampleTexts[0]}\n`) },
		{ what: 'all articles over and over', text: over(sampleTexts.join('\n')) },
		{ what: 'an article without line ends', text: over(sampleTexts.join(' ').replace(/\s+/g, ' ')) },
		{ what: 'scrambled pieces', text: numbered(() => fuzzedText(draw)) },
		{ what: 'any code units', text: numbered(() => String.fromCharCode(draw(0x10000))) },
		{ what: 'marks in any order', text: numbered(() => pick(draw, ['«', '»', '"', '(', ')', 'قال ', ' ', '\n'])) },
	].slice(0, 100 - repeated.length);
}

function over(unit: string): (length: number) => string {
	return length => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** A word of Arabic letters for each number. */
function letters(number: number): string {
	const digits = [...number.toString(20).padStart(3, '0')];
	return digits.map(digit => 'بتثجحخدذرزسشصضطظعغفق'[Number.parseInt(digit, 20)]).join('');
}
