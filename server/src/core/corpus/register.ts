import type { Problem, Result } from '../model.ts';
import { fieldsOf, requiredText, textField, wrong } from '../sidecar/fields.ts';
import type { YamlNode } from '../sidecar/yamlNode.ts';
import { readTable } from './readTable.ts';

/** One person, organisation or place of the corpus. */
export interface RegisterEntry {
	/** Stable slug that records link to. */
	readonly key: string;
	readonly label: string;
	/** Preferred name. */
	readonly name: string;
	readonly aliases: readonly string[];
	/** Wikidata id, e.g. "Q1530". */
	readonly wikidata?: string;
	readonly note?: string;
}

/** Reads annotations/entities.yaml. An entry that cannot be used is left out with a problem; of two with one key the first holds. Never throws. */
export function readRegister(source: string): Result<readonly RegisterEntry[]> {
	const { value: map, problems: found } = readTable(source);
	const problems: Problem[] = [...found];
	const list = map?.entries.find(entry => entry.key === 'entities')?.value;
	if (list === undefined || (list.kind === 'scalar' && list.value === '')) {
		return { value: [], problems };
	}
	if (list.kind !== 'seq') {
		problems.push({
			code: 'register-not-list',
			severity: 'error',
			span: { start: list.start, end: Math.max(list.end, list.start + 1) },
		});
		return { value: [], problems };
	}
	const entries = new Map<string, RegisterEntry>();
	for (const node of list.items) {
		const entry = readEntry(node, problems);
		if (entry !== undefined && entries.has(entry.key)) {
			const span = { start: node.start, end: Math.max(node.end, node.start + 1) };
			problems.push({ code: 'register-duplicate-key', severity: 'error', span, values: { key: entry.key } });
		} else if (entry !== undefined) {
			entries.set(entry.key, entry);
		}
	}
	return { value: [...entries.values()], problems };
}

function readEntry(node: YamlNode, problems: Problem[]): RegisterEntry | undefined {
	if (node.kind !== 'map') {
		problems.push({
			code: 'register-entry-form',
			severity: 'error',
			span: { start: node.start, end: Math.max(node.end, node.start + 1) },
		});
		return undefined;
	}
	const fields = fieldsOf(node, problems);
	const key = requiredText(fields, 'key');
	const label = requiredText(fields, 'label');
	const name = requiredText(fields, 'name');
	const list = fields.byKey.get('aliases');
	const aliases = list?.kind === 'seq' ? list.items.flatMap(item => (item.kind === 'scalar' ? [item.value] : [])) : [];
	if (list !== undefined && list.kind !== 'seq') {
		wrong(fields, 'aliases', list, 'a list of names');
	}
	const wikidata = textField(fields, 'wikidata');
	const note = textField(fields, 'note');
	if (fields.broken) {
		return undefined;
	}
	return {
		key,
		label,
		name,
		aliases,
		...(wikidata === undefined ? {} : { wikidata }),
		...(note === undefined ? {} : { note }),
	};
}
