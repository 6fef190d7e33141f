/** The same article in another spelling: marks nobody sees, letters that stand for one another. How much is found alike. */
import { drawsBelow } from '../../server/src/core/agreement/mersenneTwister.ts';
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import type { Offset } from '../../server/src/core/span.ts';
import { benchTexts } from '../bench/texts.ts';
import { outcomes } from './support/outcome.ts';
import { type Row, type SoakOptions, scaled } from './support/soak.ts';
import { type Draw, pick } from './support/texts.ts';

export const name = 'Other spellings';

interface Change {
	readonly what: string;
	/** What may be changed: one match a place. */
	readonly where: RegExp;
	to(found: string, draw: Draw): string;
}

const changes: readonly Change[] = [
	{ what: 'tatweel inside words', where: /[بتثجحخسشصضطظعغفقكلمنهي](?=[ء-ي])/g, to: found => `${found}\u0640` },
	{
		what: 'vowel marks',
		where: /[ء-ي](?=[ء-ي])/g,
		to: (found, draw) => found + pick(draw, [...'\u064e\u064f\u0650\u0651\u0652']),
	},
	{ what: 'right-to-left marks before words', where: /(?<=[ \n])[ء-ي]/g, to: found => `\u200f${found}` },
	{ what: 'joiners inside words', where: /[بتثجحخسشصضطظعغفقكلمنهي](?=[ء-ي])/g, to: found => `${found}\u200d` },
	{ what: 'no-break spaces', where: / (?=[ء-ي])/g, to: () => '\u00a0' },
	{ what: 'presentation forms', where: /[بتجحدرسعفكمن]/g, to: found => presentation[found] ?? found },
	{ what: 'Latin commas for Arabic, and back', where: /[،,](?= )/g, to: found => (found === '،' ? ',' : '،') },
	{ what: 'أ as ا (not in أن)', where: /أ(?!ن[ ه])/g, to: () => 'ا' },
	{ what: 'final ي as ى', where: /(?<=[ء-ي]{3})ي(?=[ ،.])/g, to: () => 'ى' },
];

const presentation: Readonly<Record<string, string>> = {
	ب: 'ﺏ',
	ت: 'ﺕ',
	ج: 'ﺝ',
	ح: 'ﺡ',
	د: 'ﺩ',
	ر: 'ﺭ',
	س: 'ﺱ',
	ع: 'ﻉ',
	ف: 'ﻑ',
	ك: 'ﻙ',
	م: 'ﻡ',
	ن: 'ﻥ',
};

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const { texts, of } = await benchTexts(scaled(2000, scale, 20));
	const draw = drawsBelow(seed);
	return changes.map(change => {
		let all = 0;
		let alike = 0;
		for (const text of texts) {
			const changed = applied(text, change, draw);
			const before = new Set(outcomes(analyse(text)).map(({ line }) => line));
			const after = outcomes(analyse(changed.text), changed.back).map(({ line }) => line);
			all += before.size;
			alike += after.filter(line => before.has(line)).length;
		}
		say(change.what);
		const share = (100 * alike) / all;
		return {
			what: `${change.what}: names and statements found alike, ${texts.length} texts of ${of}`,
			figure: `${share.toFixed(2)} % of ${all}`,
			bar: '99 %',
			ok: share >= 99,
			measured: true,
		};
	});
}

/** A tenth of the places changed, with the way back to offsets of the text before. */
function applied(text: string, { where, to }: Change, draw: Draw): { readonly text: string; back(at: Offset): Offset } {
	const origins: number[] = [];
	let result = '';
	let last = 0;
	const take = (until: number) => {
		for (let at = last; at < until; at++) origins.push(at);
		result += text.slice(last, until);
		last = until;
	};
	for (const { index, 0: found } of text.matchAll(where)) {
		if (draw(10) > 0) continue;
		take(index);
		const instead = to(found, draw);
		// What was put in stands at the border behind the letter it follows, or at the one before the letter it precedes.
		for (let i = 0; i < instead.length; i++)
			origins.push(instead.startsWith(found) && i >= found.length ? index + found.length : index);
		result += instead;
		last = index + found.length;
	}
	take(text.length);
	origins.push(text.length);
	return { text: result, back: at => origins[at] ?? text.length };
}
