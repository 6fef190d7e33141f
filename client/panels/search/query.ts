import type { Query } from '../../src/panels/messages/search.ts';

/** What stands in the fields of the form, each as written; '' where nothing does. */
export interface Fields {
	readonly text: string;
	readonly match: string;
	readonly entity: string;
	readonly speaker: string;
	readonly label: string;
	readonly type: string;
	readonly status: string;
	readonly outlet: string;
	readonly since: string;
	readonly until: string;
	readonly sort: string;
}

export const noFields: Fields = {
	text: '',
	match: 'clitics',
	entity: '',
	speaker: '',
	label: '',
	type: '',
	status: '',
	outlet: '',
	since: '',
	until: '',
	sort: 'place',
};

/** Rows are fetched by so many. */
const pageOfRows = 200;

/** The query that fields ask for; undefined where they ask for nothing: every statement of the corpus is no answer. */
export function queryOf(fields: Fields): Query | undefined {
	const { text, match, outlet, sort, ...others } = trimmed(fields);
	const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== ''));
	const narrowed = text !== '' || outlet !== '' || Object.keys(given).length > 0;
	if (!narrowed) return undefined;
	return {
		...(text === '' ? {} : { text, match: match as NonNullable<Query['match']> }),
		...(given as Pick<Query, 'entity' | 'speaker' | 'label' | 'type' | 'status' | 'since' | 'until'>),
		...(outlet === '' ? {} : { outlets: outlet.split(/[,،]/).flatMap(name => name.trim() || []) }),
		sort: sort as NonNullable<Query['sort']>,
		limit: pageOfRows,
	};
}

/** What was kept of a form before, as far as it has the form of fields. */
export function fieldsFrom(kept: unknown): Fields {
	const known = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
	const entries = Object.entries(noFields).map(([name, usual]) => {
		const value = known[name];
		return [name, typeof value === 'string' ? value : usual];
	});
	return Object.fromEntries(entries) as unknown as Fields;
}

function trimmed(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()])) as unknown as Fields;
}
