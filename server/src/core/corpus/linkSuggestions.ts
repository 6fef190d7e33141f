import type { DocumentView, EntityView } from '../model.ts';
import { matchKey } from '../text/key.ts';
import type { Names } from './who.ts';

/**
 * Suggested names that are spelled as an entry of the register is arrive linked to it: by the name's fullest form in the text, else
 * as written. The label must be the entry's, and a spelling that two entries share links to neither. What people decided stays.
 */
export function linkSuggestions(view: DocumentView, names: Names): DocumentView {
	const entities = view.entities.map(entity => {
		const entry = entity.status === 'suggested' && entity.entity === undefined ? entryOf(entity, names) : undefined;
		return entry === undefined ? entity : { ...entity, entity: entry };
	});
	return { ...view, entities };
}

function entryOf({ name, form, text, label }: EntityView, names: Names): string | undefined {
	return (names.named(name, label) ?? names.named(matchKey(form ?? text), label))?.key;
}
