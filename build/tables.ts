import { parse } from 'yaml';

/** Files that become data modules: YAML is parsed once here, so no YAML of ours is read at run time; TSV is kept as text. */
export const tableExtension = /\.(yaml|tsv)$/;

/** The source of a JavaScript module whose default export is the table. */
export function tableModule(path: string, content: string): string {
	const value: unknown = path.endsWith('.yaml') ? parse(content) : content;
	return `export default ${JSON.stringify(value)};`;
}
