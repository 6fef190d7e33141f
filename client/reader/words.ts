/** The page's words by key, with `{name}` replaced; a key without words is shown as it is. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function wordsFrom(table: Readonly<Record<string, string>>): Words {
	return (key, values = {}) =>
		(table[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
			const value = values[name];
			return typeof value === 'string' ? `\u2068${value}\u2069` : String(value ?? whole);
		});
}
