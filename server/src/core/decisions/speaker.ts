import type { StatementRecord } from '../model.ts';
import { barePart } from '../sidecar/anchor.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { covers, length, type Span } from '../span.ts';
import { optional } from './accepted.ts';

type Speaker = Pick<StatementRecord, 'speaker' | 'speakerEntity' | 'speakerName'>;

/** The speaker's part of a record: the words as they stand, and the fullest name that they stand for in this text. */
export function speakerOf(state: DocumentState, span: Span | undefined, speakerEntity: string | undefined): Speaker {
	const named = span === undefined ? undefined : nameWithin(state, span);
	const known = speakerEntity === undefined ? undefined : nameBehind(state, speakerEntity);
	const entity = (known === undefined ? speakerEntity : undefined) ?? named?.entity;
	const unnamed = entity?.startsWith('unnamed:') === true;
	const linked = entity === undefined || unnamed ? undefined : fullest(state, view => view.entity === entity);
	return {
		...optional('speaker', span && barePart(state.text, span)),
		...optional('speakerEntity', entity),
		...optional('speakerName', unnamed ? undefined : (named?.name ?? linked ?? known)),
	};
}

/**
 * The name behind the match key that suggestions carry in place of a register key; undefined where the key is no such key.
 * Match keys are made anew from the text, so none is ever saved.
 */
function nameBehind(state: DocumentState, key: string): string | undefined {
	if (key.startsWith('unnamed:') || state.view.entities.some(view => view.entity === key)) {
		return undefined;
	}
	const said = state.view.statements.find(view => view.status === 'suggested' && view.speakerEntity === key);
	return fullest(state, view => view.name === key) ?? said?.speakerName;
}

/** The first person within the words, else the first other name; else the words themselves are the name. */
function nameWithin(state: DocumentState, span: Span): { readonly name: string; readonly entity?: string } {
	const inside = state.view.entities.filter(
		view => (view.status === 'suggested' || view.status === 'confirmed') && covers(span, view.span),
	);
	const view = inside.find(candidate => candidate.label === 'PER' || candidate.label === 'PERS') ?? inside[0];
	if (view === undefined) {
		return { name: state.text.slice(span.start, span.end) };
	}
	const name = fullest(state, other => other.name === view.name) ?? view.text;
	return { name, ...optional('entity', view.entity) };
}

/** The longest form in the text of what fits; the first of several. */
function fullest(
	state: DocumentState,
	fits: (view: DocumentState['view']['entities'][number]) => boolean,
): string | undefined {
	let best: DocumentState['view']['entities'][number] | undefined;
	for (const view of state.view.entities) {
		if (
			view.status !== 'rejected' &&
			view.status !== 'orphan' &&
			fits(view) &&
			(best === undefined || length(view.span) > length(best.span))
		) {
			best = view;
		}
	}
	return best === undefined ? undefined : (best.form ?? best.text);
}
