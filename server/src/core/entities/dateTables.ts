import table from '../lexicon/entities/dates.yaml';
import { readRows, readWords } from '../lexicon/readTable.ts';
import { matchKey } from '../text/key.ts';

export interface Month {
	readonly number: number;
	readonly calendar: 'gregorian' | 'hijri';
	/** Keys of the words after the first (كانون الثاني). */
	readonly rest: readonly string[];
	readonly guarded: boolean;
}

export interface DateTables {
	/** Words that can begin a date. */
	readonly beginnings: ReadonlySet<string>;
	/** By the key of the first word, longer names first. */
	readonly months: ReadonlyMap<string, readonly Month[]>;
	/** 0 for Sunday. */
	readonly weekdays: ReadonlyMap<string, { readonly day: number; readonly guarded: boolean }>;
	/** 1 to 10. */
	readonly ordinals: ReadonlyMap<string, number>;
	/** Whole days of the month in one word: 20 and 30. */
	readonly tens: ReadonlyMap<string, number>;
	/** What adds 20 or 30 to an ordinal before it. */
	readonly added: ReadonlyMap<string, number>;
	readonly partitives: ReadonlySet<string>;
	readonly yearWords: ReadonlySet<string>;
	readonly monthWords: ReadonlySet<string>;
	readonly beforeYear: ReadonlySet<string>;
	readonly beforeWeekday: ReadonlySet<string>;
	readonly units: ReadonlySet<string>;
	readonly eraSuffixes: ReadonlySet<string>;
}

let tables: DateTables | undefined;

/** The tables of dates, read once, on first use. */
export function dateTables(): DateTables {
	tables ??= withBeginnings({
		months: readMonths(),
		weekdays: readWeekdays(),
		ordinals: new Map(
			readRows(table, 'ordinals').flatMap((row, index) => row.map(word => [matchKey(word), index + 1] as const)),
		),
		tens: numbered('twenty', 'thirty'),
		added: numbered('twenties', 'thirties'),
		partitives: keys('partitives'),
		yearWords: keys('yearWords'),
		monthWords: keys('monthWords'),
		beforeYear: keys('beforeYear'),
		beforeWeekday: keys('beforeWeekday'),
		units: keys('units'),
		eraSuffixes: keys('eraSuffixes'),
	});
	return tables;
}

function withBeginnings(lists: Omit<DateTables, 'beginnings'>): DateTables {
	const { months, weekdays, ordinals, tens, partitives } = lists;
	const each = [months, weekdays, ordinals, tens, partitives].flatMap(list => [...list.keys()]);
	return { ...lists, beginnings: new Set([...each, 'العشر']) };
}

/** Whether a word, without clitics, can begin a date. */
export function mayBeginDate(key: string): boolean {
	return dateTables().beginnings.has(key);
}

function keys(section: string): ReadonlySet<string> {
	return new Set(readWords(table, section).map(matchKey));
}

function numbered(twenty: string, thirty: string): ReadonlyMap<string, number> {
	const numbers = new Map<string, number>();
	for (const key of keys(twenty)) {
		numbers.set(key, 20);
	}
	for (const key of keys(thirty)) {
		numbers.set(key, 30);
	}
	return numbers;
}

function readMonths(): ReadonlyMap<string, readonly Month[]> {
	const guarded = keys('guarded');
	const months = new Map<string, Month[]>();
	for (const calendar of ['gregorian', 'hijri'] as const) {
		for (const [index, row] of readRows(table, calendar).entries()) {
			for (const name of row) {
				const [first = '', ...rest] = matchKey(name).split(' ');
				const month = { number: index + 1, calendar, rest, guarded: rest.length === 0 && guarded.has(first) };
				months.set(
					first,
					[...(months.get(first) ?? []), month].sort((a, b) => b.rest.length - a.rest.length),
				);
			}
		}
	}
	return months;
}

function readWeekdays(): DateTables['weekdays'] {
	const guarded = keys('guardedWeekdays');
	return new Map(
		readRows(table, 'weekdays').flatMap((row, day) =>
			row.map(matchKey).map(key => [key, { day, guarded: guarded.has(key) }] as const),
		),
	);
}
