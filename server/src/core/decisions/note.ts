import type { AnnotationRecord } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { optional } from './accepted.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';

export interface NoteArguments {
	readonly id: string;
	/** Empty takes it away. */
	readonly comment?: string;
	readonly flag?: boolean;
	/** Added to those there are; an empty value takes one away. */
	readonly attributes?: Readonly<Record<string, string>>;
}

/** Writes a remark, a flag or attributes on a record. A suggestion has to be decided first. */
export function note(state: DocumentState, args: NoteArguments): Decision {
	const target = findTarget(state, args.id);
	if (target === undefined) {
		return refused('unknown-id', { id: args.id });
	}
	if (target.kind === 'suggestion') {
		return refused('decide-first', { id: args.id });
	}
	const { comment, flag, attributes, ...rest } = target.record;
	const record = {
		...rest,
		...optional('comment', (args.comment ?? comment) || undefined),
		...optional('flag', (args.flag ?? flag) || undefined),
		...optional('attributes', mixed(attributes, args.attributes)),
	} as AnnotationRecord;
	return decided(state, [args.id], [record]);
}

function mixed(
	old: Readonly<Record<string, string>> = {},
	fresh: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> | undefined {
	const entries = Object.entries({ ...old, ...fresh }).filter(([, value]) => value !== '');
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
