import type { Token } from '../text/tokens.ts';
import { dateTables, type Month } from './dateTables.ts';
import { matchRest } from './gazetteer.ts';

/** Something read from the tokens, and the index behind it. */
export interface Part<T> {
	readonly value: T;
	readonly end: number;
}

/** A day of the month in digits or words; `key` is the first word's key without clitics. */
export function readDay(tokens: readonly Token[], at: number, key: string): Part<number> | undefined {
	const tables = dateTables();
	const token = tokens[at];
	if (token?.kind === 'number') {
		const day = Number(key);
		return key.length <= 2 && day >= 1 && day <= 31 ? { value: day, end: at + 1 } : undefined;
	}
	const ten = tables.tens.get(key);
	if (ten !== undefined) {
		return { value: ten, end: at + 1 };
	}
	const unit = tables.ordinals.get(key);
	if (unit === undefined) {
		return undefined;
	}
	const next = tokens[at + 1]?.key ?? '';
	if (next === 'عشر') {
		return unit < 10 ? { value: unit + 10, end: at + 2 } : undefined;
	}
	const added = tables.added.get(next);
	return added === undefined
		? { value: unit, end: at + 1 }
		: unit < 10
			? { value: unit + added, end: at + 2 }
			: undefined;
}

export interface MonthNames {
	readonly month: Month;
	/** Stands beside another name of the same month (آب/أغسطس). */
	readonly paired: boolean;
}

/** A month, also under two names: آب/أغسطس, مايو/ أيار, فبراير شباط, مايو (أيار). */
export function readMonth(tokens: readonly Token[], at: number, key: string): Part<MonthNames> | undefined {
	const first = oneMonth(tokens, at, key);
	if (first === undefined) {
		return undefined;
	}
	const mark = tokens[first.end]?.kind === 'mark' ? (tokens[first.end]?.key ?? '') : '';
	const from = mark === '/' || mark === '-' || mark === '(' ? first.end + 1 : mark === '' ? first.end : -1;
	const second = from < 0 ? undefined : oneMonth(tokens, from, tokens[from]?.key ?? '');
	if (
		second === undefined ||
		second.value.number !== first.value.number ||
		second.value.calendar !== first.value.calendar
	) {
		return { value: { month: first.value, paired: false }, end: first.end };
	}
	const closed = mark === '(' && tokens[second.end]?.key === ')';
	return mark === '(' && !closed
		? { value: { month: first.value, paired: false }, end: first.end }
		: { value: { month: first.value, paired: true }, end: closed ? second.end + 1 : second.end };
}

function oneMonth(tokens: readonly Token[], at: number, key: string): Part<Month> | undefined {
	for (const month of dateTables().months.get(key) ?? []) {
		const end = matchRest(tokens, at, month.rest);
		if (end !== undefined) {
			return { value: month, end };
		}
	}
	return undefined;
}

/** A year in four digits with the era's letter behind it (1436هـ, 2015 م); Hijri years also in three. */
export function readYear(
	tokens: readonly Token[],
	at: number,
): Part<{ readonly year: string; readonly era: string }> | undefined {
	const token = tokens[at];
	if (token?.kind !== 'number' || token.key.length < 3 || token.key.length > 4) {
		return undefined;
	}
	const suffix = tokens[at + 1];
	const era = suffix?.kind === 'word' && dateTables().eraSuffixes.has(suffix.key) ? suffix.key : '';
	if (token.key.length === 3 && era === '') {
		return undefined;
	}
	const year = Number(token.key);
	const plausible = era !== '' ? year < 2200 : (year >= 1300 && year <= 1500) || (year >= 1800 && year < 2100);
	return plausible ? { value: { year: token.key, era }, end: era === '' ? at + 1 : at + 2 } : undefined;
}

/** Digits with one kind of separator: 18/9/1436, 2015-11-11, 5.7.2015. */
export function readNumeric(tokens: readonly Token[], at: number): Part<readonly [string, string, string]> | undefined {
	const [first, mark, second, again, third] = tokens.slice(at, at + 5);
	if (first?.kind !== 'number' || second?.kind !== 'number' || third?.kind !== 'number' || mark?.key !== again?.key) {
		return undefined;
	}
	if (mark === undefined || !'/-.'.includes(mark.key) || third.start - first.start > 12) {
		return undefined;
	}
	const fromYear = first.key.length === 4;
	const [year, month, day] = fromYear ? [first.key, second.key, third.key] : [third.key, second.key, first.key];
	const plausible =
		(year.length === 4 || (year.length === 2 && !fromYear)) &&
		Number(month) <= 12 &&
		Number(day) <= 31 &&
		Number(day) > 0 &&
		Number(month) > 0;
	return plausible ? { value: [year, month, day], end: at + 5 } : undefined;
}
