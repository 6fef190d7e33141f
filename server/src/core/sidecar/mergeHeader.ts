import type { Problem, Progress } from '../model.ts';
import type { Header } from './header.ts';
import { sameData } from './sameData.ts';

export interface HeaderMerge {
	readonly header: Header;
	readonly problems: readonly Problem[];
}

/**
 * Merges what stands above the records. Of two different steps of progress the smaller holds: what is not done by one is not
 * done. Of two labels of the document mine holds, and theirs is reported. The text's hash is the caller's affair.
 */
export function mergeHeader(base: Header, mine: Header, theirs: Header): HeaderMerge {
	const problems: Problem[] = [];
	const text = merged(base.text, mine.text, theirs.text) ?? mine.text ?? theirs.text;
	const header: Header = {
		...(text === undefined ? {} : { text }),
		status: {
			entities: progress(base.status.entities, mine.status.entities, theirs.status.entities),
			statements: progress(base.status.statements, mine.status.statements, theirs.status.statements),
		},
		labels: labels(base.labels, mine.labels, theirs.labels, problems),
		meta: mine.meta,
	};
	return { header, problems };
}

function merged<T>(base: T, mine: T, theirs: T): T {
	return sameData(base, mine) ? theirs : mine;
}

const steps: readonly Progress[] = ['new', 'draft', 'done'];

function progress(base: Progress, mine: Progress, theirs: Progress): Progress {
	if (base === mine) {
		return theirs;
	}
	if (base === theirs || mine === theirs) {
		return mine;
	}
	return steps[Math.min(steps.indexOf(mine), steps.indexOf(theirs))] ?? 'draft';
}

function labels(
	base: Header['labels'],
	mine: Header['labels'],
	theirs: Header['labels'],
	problems: Problem[],
): Header['labels'] {
	const entries: [string, string][] = [];
	for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
		const [b, m, t] = [base, mine, theirs].map(words => (Object.hasOwn(words, key) ? words[key] : undefined));
		const value = m === b ? t : t === b ? m : (m ?? t);
		if (value !== undefined) {
			entries.push([key, value]);
		}
		if (m !== b && t !== b && m !== undefined && t !== undefined && m !== t) {
			problems.push({ code: 'merge-label', severity: 'warning', values: { key, mine: m, theirs: t } });
		}
	}
	return Object.fromEntries(entries);
}
