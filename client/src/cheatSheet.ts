import type { SchemeItem } from '../../server/src/protocol/types.ts';
import { chords, fixedKeys, keyName } from './keys.ts';
import { titleOf } from './titles.ts';
import { t } from './ui.ts';

export interface KeyRow {
	readonly keys: string;
	readonly words: string;
	readonly command: string;
	readonly argument?: unknown;
}

/** What every key does, the labels of the scheme first. */
export function keyRows(scheme: SchemeItem | undefined): readonly KeyRow[] {
	const taken = new Set<string>();
	const row = (pressed: string | undefined, fallback: string, words: string): readonly KeyRow[] => {
		const used = (pressed ?? fallback).toLowerCase();
		taken.add(used);
		return [{ keys: keyName(used), words, command: 'isnad.editor.key', argument: { key: used } }];
	};
	const labels = (scheme?.entities ?? []).flatMap(({ key, name, label }, index) =>
		key === undefined && index >= 9 ? [] : row(key, String(index + 1), t('label-as', { label: `${name} (${label})` })),
	);
	const types = (scheme?.statements.types ?? []).flatMap(({ key, name }) =>
		key === undefined ? [] : row(key, key, t('mark-type', { type: name })),
	);
	const statement = scheme?.statements.key;
	return [
		...labels,
		...(labels.length > 0
			? [{ keys: t('shift-label'), words: t('label-everywhere'), command: 'isnad.editor.label' }]
			: []),
		...(statement === undefined ? [] : row(statement, statement, titleOf('isnad.editor.statement'))),
		...types,
		...Object.entries({ ...fixedKeys, ...chords })
			.filter(([key]) => !taken.has(key))
			.map(([key, command]) => ({ keys: keyName(key), words: titleOf(command), command })),
	];
}

/** The keys of the fixed table for a command, as read. */
export function keysOf(command: string): string {
	return Object.entries({ ...fixedKeys, ...chords })
		.filter(([, id]) => id === command)
		.map(([key]) => keyName(key))
		.join('  ');
}
