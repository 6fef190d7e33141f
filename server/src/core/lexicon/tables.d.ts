/** Tables are parsed when the bundle is built (build/tables.ts); their readers validate them. */
declare module '*.yaml' {
	const table: unknown;
	export default table;
}

declare module '*.tsv' {
	const text: string;
	export default text;
}
