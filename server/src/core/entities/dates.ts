import { type Candidate, spanOf } from './candidate.ts';
import { type Part, readDay, readMonth, readNumeric, readYear } from './dateParts.ts';
import { dateTables } from './dateTables.ts';
import type { Scene } from './scene.ts';

interface Found {
	readonly end: number;
	readonly skip: number;
	readonly evidence: string;
	/** EDTF, where the Gregorian calendar and the words tell one. */
	readonly value?: string;
}

/** The date that begins at a token: a day, a month, a year, a weekday, or several of them in one expression. */
export function dateAt(scene: Scene, at: number): Candidate | undefined {
	const token = scene.tokens[at];
	if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) {
		return undefined;
	}
	const found = token.kind === 'number' ? fromNumber(scene, at) : fromWord(scene, at);
	if (found === undefined) {
		return undefined;
	}
	return {
		label: 'DATE',
		span: spanOf(scene.text, scene.tokens, at, found.end, found.skip),
		first: at,
		last: found.end,
		evidence: [found.evidence],
		...(found.value === undefined ? {} : { value: found.value }),
	};
}

function fromNumber(scene: Scene, at: number): Found | undefined {
	const { tokens } = scene;
	const numeric = readNumeric(tokens, at);
	if (numeric !== undefined) {
		const era = eraAt(scene, numeric.end);
		const [year, month, day] = numeric.value;
		const gregorian = era !== 'ه' && year.length === 4 && Number(year) > 1500;
		return {
			end: numeric.end + (era === '' ? 0 : 1),
			skip: 0,
			evidence: 'date-full',
			...(gregorian ? { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : {}),
		};
	}
	return dayAndMonth(scene, at, at, tokens[at]?.key ?? '', 0) ?? yearAlone(scene, at);
}

function fromWord(scene: Scene, at: number): Found | undefined {
	const tables = dateTables();
	for (const { skip, key } of scene.word(at)?.readings ?? []) {
		const weekday = tables.weekdays.get(key);
		if (weekday !== undefined) {
			return fromWeekday(scene, at, skip, weekday.guarded);
		}
		if (tables.partitives.has(key)) {
			return fromPartitive(scene, at, skip);
		}
		const found =
			dayAndMonth(scene, at, at, key, skip) ?? monthAndYear(scene, at, at, key, skip, isAnnounced(scene, at));
		if (found !== undefined) {
			return found;
		}
	}
	return lastTen(scene, at);
}

/** العشر الأواخر من رمضان. */
function lastTen(scene: Scene, at: number): Found | undefined {
	const keys = [0, 1, 2].map(step => scene.tokens[at + step]?.key);
	if (keys[0] !== 'العشر' || !/^(الاواخر|الاوائل|الاواسط)$/.test(keys[1] ?? '') || keys[2] !== 'من') {
		return undefined;
	}
	const month = readMonth(scene.tokens, at + 3, scene.tokens[at + 3]?.key ?? '');
	return month === undefined ? undefined : { end: month.end, skip: 0, evidence: 'date-month' };
}

/** A day with its month: 20 آب/أغسطس, العشرين من أغسطس 2020, الخامس والعشرين before another such day, العشرين من الشهر الجاري. */
function dayAndMonth(scene: Scene, at: number, from: number, key: string, skip: number): Found | undefined {
	const { tokens } = scene;
	const day = readDay(tokens, from, key);
	if (day === undefined) {
		return undefined;
	}
	const of = tokens[day.end]?.key === 'من' ? day.end + 1 : day.end;
	const afterWord = of > day.end && dateTables().monthWords.has(tokens[of]?.key ?? '') ? of + 1 : of;
	const month = readMonth(tokens, afterWord, tokens[afterWord]?.key ?? '');
	if (month !== undefined) {
		const year = yearAfter(scene, month.end);
		const two = (n: number) => String(n).padStart(2, '0');
		const value =
			month.value.month.calendar === 'gregorian'
				? `${year?.value ?? 'XXXX'}-${two(month.value.month.number)}-${two(day.value)}`
				: undefined;
		return { end: year?.end ?? month.end, skip, evidence: 'date-full', ...(value === undefined ? {} : { value }) };
	}
	if (tokens[from]?.kind !== 'word') {
		return undefined;
	}
	if (of > day.end && tokens[of]?.key === 'الشهر') {
		return {
			end: /^(الجاري|الحالي|المقبل|الماضي|القادم)$/.test(tokens[of + 1]?.key ?? '') ? of + 2 : of + 1,
			skip,
			evidence: 'date-full',
		};
	}
	const next = tokens[day.end];
	if (at === from && next?.kind === 'word' && next.key.startsWith('وال') && day.value > 10) {
		const following = dayAndMonth(scene, -1, day.end, next.key.slice(1), 1);
		return following === undefined ? undefined : { end: day.end, skip, evidence: 'date-full' };
	}
	return undefined;
}

/** A month alone or with its year. A month that is an ordinary word too wants to be announced, paired or followed by a year. */
function monthAndYear(
	scene: Scene,
	at: number,
	from: number,
	key: string,
	skip: number,
	announced: boolean,
): Found | undefined {
	const month = readMonth(scene.tokens, from, key);
	if (month === undefined) {
		return undefined;
	}
	const year = yearAfter(scene, month.end);
	const { guarded, calendar, number } = month.value.month;
	if (guarded && !month.value.paired && year === undefined && !announced) {
		return undefined;
	}
	if (at === from && skip > 0 && guarded && !month.value.paired && year === undefined) {
		return undefined;
	}
	return {
		end: year?.end ?? month.end,
		skip,
		evidence: 'date-month',
		...(calendar === 'gregorian' ? { value: `${year?.value ?? 'XXXX'}-${String(number).padStart(2, '0')}` } : {}),
	};
}

/** أواخر عام 2017, منتصف تموز/يوليو, نهاية العام 2015; the partitive belongs to it, and عام between it and the year. */
function fromPartitive(scene: Scene, at: number, skip: number): Found | undefined {
	const { tokens } = scene;
	const tables = dateTables();
	const key = (index: number) => tokens[index]?.key ?? '';
	const of = key(at + 1) === 'من' ? at + 2 : at + 1;
	const from = tables.monthWords.has(key(of)) ? of + 1 : of;
	const inner = dayAndMonth(scene, -1, from, key(from), 0) ?? monthAndYear(scene, -1, from, key(from), 0, true);
	if (inner !== undefined) {
		return { ...inner, skip };
	}
	const year = readYear(tokens, tables.yearWords.has(key(of)) ? of + 1 : of);
	return year === undefined ? undefined : { end: year.end, skip, evidence: 'date-year', ...edtfYear(year) };
}

function fromWeekday(scene: Scene, at: number, skip: number, guarded: boolean): Found | undefined {
	const key = (index: number) => scene.tokens[index]?.key ?? '';
	const next = scene.tokens[at + 1];
	const joined = dayAndMonth(
		scene,
		-1,
		next?.key === '،' ? at + 2 : at + 1,
		key(next?.key === '،' ? at + 2 : at + 1),
		0,
	);
	if (joined !== undefined && next?.kind === 'number') {
		return { ...joined, skip };
	}
	const definite = key(at).slice(skip).startsWith('ال') || (skip > 0 && key(at).startsWith('لل', skip - 1));
	if (!definite && !isAnyOf(scene, at - 1, dateTables().beforeWeekday)) {
		return undefined;
	}
	if (definite && guarded && scene.word(at - 1)?.heads.length && skip === 0) {
		return undefined;
	}
	return { end: at + 1, skip, evidence: 'date-weekday' };
}

/** Four digits that something before them makes a year, and no unit behind them a count. */
function yearAlone(scene: Scene, at: number): Found | undefined {
	const year = readYear(scene.tokens, at);
	if (
		year === undefined ||
		scene.tokens[at - 1]?.key === '/' ||
		scene.tokens[year.end]?.key === '/' ||
		(scene.tokens[year.end]?.key === '.' && scene.tokens[year.end + 1]?.kind === 'number')
	) {
		return undefined;
	}
	const tables = dateTables();
	const closed = year.value.era === 'ه' || (year.value.era === 'م' && isAnyOf(scene, at - 1, tables.yearWords));
	if (!closed && (!isAnyOf(scene, at - 1, tables.beforeYear) || tables.units.has(scene.tokens[year.end]?.key ?? ''))) {
		return undefined;
	}
	return { end: year.end, skip: 0, evidence: 'date-year', ...edtfYear(year) };
}

/** The year behind a month, also after عام or من عام. */
function yearAfter(scene: Scene, at: number): Part<string> | undefined {
	const { tokens } = scene;
	const of = tokens[at]?.key === 'من' ? at + 1 : at;
	const from = dateTables().yearWords.has(tokens[of]?.key ?? '') ? of + 1 : of;
	const year = of > at && from === of ? undefined : readYear(tokens, from);
	return year === undefined ? undefined : { value: year.value.year, end: year.end };
}

function edtfYear(year: Part<{ readonly year: string; readonly era: string }>): { readonly value?: string } {
	return year.value.era === 'ه' || Number(year.value.year) < 1600 ? {} : { value: year.value.year };
}

function eraAt(scene: Scene, at: number): string {
	const token = scene.tokens[at];
	return token?.kind === 'word' && dateTables().eraSuffixes.has(token.key) ? token.key : '';
}

/** شهر before a month; it stays outside. */
function isAnnounced(scene: Scene, at: number): boolean {
	return isAnyOf(scene, at - 1, dateTables().monthWords);
}

/** Whether the word, with clitics or without, is in a table. */
function isAnyOf(scene: Scene, at: number, table: ReadonlySet<string>): boolean {
	return scene.word(at)?.readings.some(({ key }) => table.has(key)) ?? false;
}
