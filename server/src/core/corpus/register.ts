import type { Problem, Result } from '../model.ts';
import { type Fields, fieldsOf, requiredText, textField, wrong } from '../sidecar/fields.ts';
import { isNothing, type YamlNode } from '../sidecar/yamlNode.ts';
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
	const list = map === undefined ? undefined : fieldsOf(map, problems).byKey.get('entities');
	if (list === undefined) {
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
	const key = words(fields, 'key');
	const label = words(fields, 'label');
	const name = words(fields, 'name');
	const aliases = aliasesOf(fields);
	const wikidata = wikidataOf(fields);
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

/** A required scalar that holds more than blanks. */
function words(fields: Fields, key: string): string {
	const text = requiredText(fields, key);
	const node = fields.byKey.get(key);
	if (node?.kind === 'scalar' && text.trim() === '') {
		fields.broken = true;
		wrong(fields, key, node, 'text');
	}
	return text;
}

function aliasesOf(fields: Fields): readonly string[] {
	const list = fields.byKey.get('aliases');
	if (list === undefined) {
		return [];
	}
	const items = list.kind === 'seq' ? list.items : [list];
	return items.flatMap(item =>
		list.kind === 'seq' && item.kind === 'scalar' && item.value.trim() !== '' && !isNothing(item)
			? [item.value]
			: (wrong(fields, 'aliases', item, '[name, name]') ?? []),
	);
}

function wikidataOf(fields: Fields): string | undefined {
	const id = textField(fields, 'wikidata');
	const node = fields.byKey.get('wikidata');
	return id === undefined || node === undefined || isWikidataId(id) ? id : wrong(fields, 'wikidata', node, 'Q1530');
}

/** As in Q1530. */
export function isWikidataId(text: string): boolean {
	return /^Q[1-9]\d{0,11}$/.test(text);
}
