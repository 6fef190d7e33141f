import type { Query } from '../../src/panels/messages/ledger.ts';

/** What is chosen above the statements, as the fields of the page hold it: '' is anything. */
export interface Filters {
	readonly text: string;
	readonly outlet: string;
	readonly since: string;
	readonly until: string;
	readonly type: string;
	readonly stance: string;
	readonly status: string;
	readonly shared: boolean;
}

export const noFilters: Filters = {
	text: '',
	outlet: '',
	since: '',
	until: '',
	type: '',
	stance: '',
	status: '',
	shared: false,
};

/** The query for a speaker (undefined: everybody) and the filters; what is empty is not asked. */
export function queryOf(speaker: string | undefined, { outlet, shared, text, ...others }: Filters): Query {
	const named = Object.entries(others).filter(([, value]) => value !== '');
	return {
		...(speaker === undefined ? {} : { speaker }),
		...(text.trim() === '' ? {} : { text: text.trim() }),
		...(outlet === '' ? {} : { outlets: [outlet] }),
		...Object.fromEntries(named),
		...(shared ? { shared } : {}),
	};
}

/** Filters as they were kept; whatever is none is left out. */
export function filtersFrom(kept: unknown): Filters {
	if (typeof kept !== 'object' || kept === null) return noFilters;
	const fields = kept as Readonly<Record<string, unknown>>;
	const known = Object.entries(noFilters).map(([name, usual]) => {
		const value = fields[name];
		return [name, typeof value === typeof usual ? value : usual];
	});
	return Object.fromEntries(known) as unknown as Filters;
}
