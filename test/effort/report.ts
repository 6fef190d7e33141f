import type { Cost, Way } from './replay.ts';

/** Keys for gold annotation, in all and by what was the case, as a table in Markdown. */
export function effortTable(way: Way, costs: readonly Cost[], gold: number): string {
	const rows = new Map<string, { n: number; keys: number }>();
	for (const { kind, case: what, keys } of costs) {
		const name = what === 'accepted' ? 'paragraph, accepted' : `${kind === 'entity' ? 'name' : 'statement'}, ${what}`;
		const row = rows.get(name) ?? { n: 0, keys: 0 };
		rows.set(name, { n: row.n + 1, keys: row.keys + keys });
	}
	const all = costs.reduce((sum, { keys }) => sum + keys, 0);
	const line = (name: string, n: number, keys: number) =>
		`| ${name} | ${n} | ${keys} | ${n === 0 ? '' : (keys / n).toFixed(2)} | ${(keys / gold).toFixed(3)} |`;
	return [
		`| ${way} | n | keys | keys each | keys for a gold annotation |`,
		'|---|---|---|---|---|',
		...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { n, keys }]) => line(name, n, keys)),
		line('**all**', gold, all),
		'',
	].join('\n');
}
