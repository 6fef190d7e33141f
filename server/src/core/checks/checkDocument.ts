import type { DocumentView, Problem } from '../model.ts';
import { compareSpans } from '../span.ts';
import { checkBidiControls } from './bidiControls.ts';
import type { Check } from './check.ts';
import { checkConflicts } from './conflicts.ts';
import { checkEncoding } from './encoding.ts';
import { checkMoved } from './moved.ts';
import { checkOrphans } from './orphans.ts';
import { checkSpeakers } from './speakers.ts';

export interface CheckOptions {
	/** Tell of confirmed statements without a speaker. Default off. */
	readonly speakers?: 'on' | 'off';
}

/** All that the checks find in one text, in text order. A damaged text is told of once; nothing else about it means anything. */
export function checkDocument(view: DocumentView, options: CheckOptions = {}): readonly Problem[] {
	const damage = checkEncoding(view);
	if (damage.length > 0) {
		return damage;
	}
	const checks: readonly Check[] = [
		checkBidiControls,
		checkOrphans,
		checkConflicts,
		checkMoved,
		...(options.speakers === 'on' ? [checkSpeakers] : []),
	];
	const start = { start: 0, end: 0 };
	return checks.flatMap(check => check(view)).sort((a, b) => compareSpans(a.span ?? start, b.span ?? start));
}
