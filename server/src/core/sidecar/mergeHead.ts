import { type TopEntry, topEntries } from './topEntries.ts';

/** Keys that are merged as values (see mergeHeader.ts), and the list itself. */
const settled = new Set(['isnad', 'text', 'sha256', 'length', 'status', 'labels', 'records']);

/** Of those, the ones that no merge changes: whoever edited their lines wrote a comment there. */
const isConstant = new Set(['isnad', 'text']);

/**
 * The text of my head with what they changed in keys that only people know (`meta`, unknown ones), each key as it is written.
 * Where both changed one key mine holds, and theirs stays as a comment.
 */
export function mergeHead(base: string, mine: string, theirs: string): string {
	const [b, m, t] = [base, mine, theirs].map(head => new Map(topEntries(head).map(entry => [entry.key, entry])));
	if (b === undefined || m === undefined || t === undefined) {
		return mine;
	}
	const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
	const added: string[] = [];
	for (const key of new Set([...m.keys(), ...t.keys()])) {
		const [was, now, other] = [b.get(key), m.get(key), t.get(key)];
		if (settled.has(key) && !(isConstant.has(key) && now !== undefined && now.text === was?.text)) {
			continue;
		}
		if (other?.text === was?.text || other?.text === now?.text) {
			continue;
		}
		if (now === undefined) {
			added.push(was === undefined ? (other?.text ?? '') : commented(other));
		} else if (now.text === was?.text) {
			edits.push({ ...now.span, text: other?.text ?? '' });
		} else {
			edits.push({ start: now.span.end, end: now.span.end, text: commented(other) });
		}
	}
	const list = m.get('records')?.span.start ?? mine.length;
	const open = list > 0 && mine.charAt(list - 1) !== '\n' && added.length > 0 ? '\n' : '';
	edits.push({ start: list, end: list, text: open + added.join('') });
	let result = mine;
	for (const edit of edits.sort((x, y) => y.start - x.start || y.end - x.end)) {
		result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
	}
	return result;
}

function commented(entry: TopEntry | undefined): string {
	const lines = entry === undefined ? [] : entry.text.replace(/\n$/, '').split('\n');
	return lines.map(line => `# ${line}\n`).join('');
}
