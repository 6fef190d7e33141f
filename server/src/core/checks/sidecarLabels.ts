import type { Problem } from '../model.ts';

/**
 * Check: labels in a sidecar that the scheme does not have.
 *
 * The record is kept and shown all the same: schemes change, and a merge may bring a colleague's. Goes by lines, so that it works in
 * a file that is being written; spans are into `source`. Linear; never throws.
 */
export function checkSidecarLabels(source: string, labels: readonly string[]): readonly Problem[] {
	const known = new Set(labels);
	const list = /^records:/m.exec(source);
	const problems: Problem[] = [];
	if (list === null) {
		return problems;
	}
	for (const { start, value } of labelLines(source, list.index)) {
		if (!known.has(value)) {
			const values = { label: value, expected: labels.join(', ') };
			const span = { start, end: start + value.length };
			problems.push({ code: 'sidecar-label-unknown', severity: 'warning', span, values });
		}
	}
	return problems;
}

/** Plain values of the key `label`; quoted ones hold what no scheme can have, so they are taken without their quotes. */
function* labelLines(source: string, from: number): Generator<{ readonly start: number; readonly value: string }> {
	for (let at = source.indexOf('label:', from); at >= 0; at = source.indexOf('label:', at + 1)) {
		const found = /^ +(['"]?)([^\s'"#]+)\1 *(?:#.*)?\r?$/.exec(restOfLine(source, at + 'label:'.length));
		if (found && /(?:^|\n) *(?:- )?$/.test(source.slice(Math.max(0, at - deepest), at))) {
			const [whole, quote = '', value = ''] = found;
			yield { start: at + 'label:'.length + whole.indexOf(quote + value) + quote.length, value };
		}
	}
}

/** No record's keys stand further in. */
const deepest = 40;

/** A longer line holds no label. */
const longestLine = 300;

function restOfLine(source: string, from: number): string {
	const line = source.slice(from, from + longestLine);
	const end = line.indexOf('\n');
	return end < 0 ? line : line.slice(0, end);
}
