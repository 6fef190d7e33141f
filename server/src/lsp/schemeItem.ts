import type { Language } from '../core/messages/say.ts';
import type { Scheme, SchemeLabel } from '../core/scheme/scheme.ts';
import type { LabelItem, SchemeItem } from '../protocol/types.ts';

/** A scheme in the user's language. */
export function schemeItem(scheme: Scheme, language: Language): SchemeItem {
	const label = (item: SchemeLabel): LabelItem => ({
		label: item.label,
		name: item.name[language],
		color: item.color,
		...(item.description && { description: item.description[language] }),
		...(item.key !== undefined && { key: item.key }),
	});
	const { statements } = scheme;
	return {
		name: scheme.name,
		entities: scheme.entities.map(label),
		statements: {
			color: statements?.color ?? '#888e96',
			...(statements?.key !== undefined && { key: statements.key }),
			types: (statements?.types ?? []).map(label),
		},
	};
}
