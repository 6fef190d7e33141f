import type { SchemeItem } from '../src/reader/messages.ts';
import { deciding } from './machine/deciding.ts';
import { moving } from './machine/moving.ts';
import { stating } from './machine/stating.ts';
import type { SheetRow } from './sheet.ts';
import type { Words } from './words.ts';

export interface Keys {
	readonly keys: Readonly<Record<string, string>>;
	readonly titles: Readonly<Record<string, string>>;
	readonly scheme: SchemeItem;
	readonly words: Words;
	/** A key as it reads in the current layout. */
	readonly letter: (key: string) => string;
}

/** The key sheet: what labels, then decides, then moves, then the rest; keys that do the same thing in one row. */
export function sheetRows({
	keys,
	titles,
	scheme,
	words,
	letter,
}: Keys): readonly { readonly title: string; readonly rows: readonly SheetRow[] }[] {
	const taken = new Set<string>();
	const own = (key: string | undefined, does: string): readonly SheetRow[] => {
		if (key === undefined) return [];
		taken.add(key.toLowerCase());
		return [{ keys: letter(key.toLowerCase()), key: key.toLowerCase(), does }];
	};
	const labels = [
		...scheme.entities.flatMap(({ key, name }) => own(key, name)),
		...own(scheme.statements.key, words('kind-statements')),
		...scheme.statements.types.flatMap(({ key, name }) => own(key, name)),
	];
	const rows = new Map<string, string[]>();
	for (const [key, action] of Object.entries(keys)) {
		if (taken.has(key)) continue;
		const known = rows.get(action);
		if (known) known.push(key);
		else rows.set(action, [key]);
	}
	const group = (
		title: string,
		fits: (action: string) => boolean,
	): { readonly title: string; readonly rows: readonly SheetRow[] } => ({
		title: words(title),
		rows: [...rows]
			.filter(([action]) => fits(action))
			.map(([action, own]) => ({
				keys: own.map(letter).join(' '),
				key: own[0] ?? '',
				does: titles[action] ?? action,
			})),
	});
	const isDeciding = (action: string): boolean => action in deciding || action in stating;
	return [
		{ title: words('sheet-label'), rows: labels },
		group('sheet-decide', isDeciding),
		group('sheet-move', action => action in moving),
		group('sheet-more', action => !isDeciding(action) && !(action in moving)),
	];
}
