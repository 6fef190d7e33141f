/** How two coders' categories meet: how often one said the first while the other said the second. */
export type Contingency = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A coefficient with its parts: 1 is full agreement, 0 what chance would give. */
export interface Coefficient {
	/** Undefined where only one category was ever used, so that chance alone gives full agreement; and where there is no unit. */
	readonly value: number | undefined;
	/** Share of units (kappa) or of pairs of values (alpha) that agree. */
	readonly observed: number;
	/** The share expected by chance, by this coefficient's idea of chance. */
	readonly expected: number;
	/** Units judged by two coders or more. */
	readonly units: number;
}

/**
 * Cohen's kappa (Cohen 1960, A coefficient of agreement for nominal scales): chance is that each coder uses categories as often
 * as that coder did.
 */
export function cohensKappa(table: Contingency): Coefficient {
	const rows = new Map<string, number>();
	const columns = new Map<string, number>();
	let units = 0;
	let same = 0;
	for (const [a, row] of table) {
		for (const [b, n] of row) {
			add(rows, a, n);
			add(columns, b, n);
			units += n;
			if (a === b) same += n;
		}
	}
	let chance = 0;
	for (const [category, n] of rows) chance += n * (columns.get(category) ?? 0);
	return coefficient(same / units, chance / units ** 2, units);
}

/** What several coders said of one unit, those who said nothing left out; `times` units were judged alike. */
export interface Unit {
	readonly values: readonly string[];
	readonly times: number;
}

/**
 * Krippendorff's alpha for nominal data (Krippendorff 2011, Computing Krippendorff's alpha-reliability): any number of coders,
 * missing values allowed; chance is that values are drawn from all values together, without putting back.
 */
export function krippendorffsAlpha(units: readonly Unit[]): Coefficient {
	const totals = new Map<string, number>();
	let pairable = 0;
	let judged = 0;
	let same = 0;
	for (const { values, times } of units) {
		if (values.length < 2) continue;
		const here = new Map<string, number>();
		for (const value of values) add(here, value, 1);
		for (const [value, n] of here) {
			add(totals, value, n * times);
			same += (times * n * (n - 1)) / (values.length - 1);
		}
		pairable += values.length * times;
		judged += times;
	}
	let chance = 0;
	for (const n of totals.values()) chance += n * (n - 1);
	return coefficient(same / pairable, chance / (pairable * (pairable - 1)), judged);
}

/** The units of two coders' table, for alpha. */
export function unitsOf(table: Contingency): readonly Unit[] {
	return [...table].flatMap(([a, row]) => [...row].map(([b, times]) => ({ values: [a, b], times })));
}

function coefficient(observed: number, expected: number, units: number): Coefficient {
	if (units === 0) return { value: undefined, observed: 0, expected: 0, units };
	return { value: expected < 1 ? (observed - expected) / (1 - expected) : undefined, observed, expected, units };
}

function add(counts: Map<string, number>, key: string, n: number): void {
	counts.set(key, (counts.get(key) ?? 0) + n);
}
