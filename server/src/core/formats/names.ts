import table from './names.yaml';

/** What a labelled span can be to a statement, or instead of one. */
export type SpanRole = 'statement' | 'cue' | 'speaker' | 'via' | 'addressee' | 'part' | 'region';
/** What a labelled link can be to a statement. */
export type LinkRole = 'cue' | 'speaker' | 'via' | 'addressee' | 'part' | 'relayOf' | 'nestedIn';

interface Row {
	readonly name: string;
	readonly also: readonly string[];
}

const { spans, links } = table as {
	readonly spans: Readonly<Record<SpanRole, Row>>;
	readonly links: Readonly<Record<LinkRole, Row>>;
};

/** The name that files have for a role. */
export function spanName(role: SpanRole): string {
	return spans[role].name;
}

export function linkName(role: LinkRole): string {
	return links[role].name;
}

const spanRoles = rolesByName(spans);
const linkRoles = rolesByName(links);

/** The role that a file's name for a span stands for, upper or lower case; undefined for any other label. */
export function spanRole(name: string): SpanRole | undefined {
	return spanRoles.get(name.toLowerCase());
}

/** The role that a file's name for a link stands for, upper or lower case; undefined for any other relation. */
export function linkRole(name: string): LinkRole | undefined {
	return linkRoles.get(name.toLowerCase());
}

function rolesByName<R extends string>(rows: Readonly<Record<R, Row>>): ReadonlyMap<string, R> {
	return new Map(
		(Object.keys(rows) as R[]).flatMap(role =>
			[rows[role].name, ...rows[role].also].map(name => [name.toLowerCase(), role] as const),
		),
	);
}
