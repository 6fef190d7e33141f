import type { Problem } from '../../model.ts';
import type { FormatFile, Imported, Imports } from '../format.ts';
import type { Mark } from '../graph.ts';
import { apartPaths, textPathOf, withoutEnding } from '../textPath.ts';

const maxLength = 50 * 1024 * 1024;

/**
 * Reads CoNLL-U: the text from forms and `SpaceAfter`, `SpacesAfter`, `SpacesBefore`; names from brackets in `Entity=` and from IOB
 * tags in `NER=`. A name on a word of a multiword token covers that word where the words together are the token, else the token.
 * Never throws.
 */
export function readConllu(file: FormatFile): Imports {
	if (file.text.length > maxLength) {
		return { articles: [], problems: [{ code: 'import-too-large', severity: 'error', values: { limit: '50 MB' } }] };
	}
	const problems: Problem[] = [];
	const articles: Imported[] = [];
	const path = apartPaths();
	const base = withoutEnding(file.path, ['.conllu', '.txt']);
	let document = newDocument(textPathOf(base, 'conllu'));
	const end = (): void => {
		const { name, text, marks } = document.finish();
		if (text !== '') articles.push({ path: path(name), text, graph: { marks, links: [], documentLabels: {} } });
	};
	for (const [index, line] of file.text.split(/\r?\n/).entries()) {
		const newDoc = /^# ?newdoc(?: id ?= ?(.*))?$/.exec(line);
		if (newDoc !== null) {
			end();
			document = newDocument(textPathOf(newDoc[1], `${base}.txt`));
		} else if (/^# ?newpar/.test(line)) {
			document.paragraph();
		} else if (line.trim() === '') {
			document.endSentence();
		} else if (!line.startsWith('#')) {
			const cells = line.split('\t');
			const [id = '', form = ''] = cells;
			const ids = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(id);
			if (cells.length !== 10 || ids === null) {
				// Empty nodes (8.1) stand for no words of the text.
				if (!/^\d+\.\d+$/.test(id))
					problems.push({
						code: 'import-line',
						severity: 'warning',
						values: { line: index + 1, text: line.slice(0, 80) },
					});
				continue;
			}
			document.row({
				first: Number(ids[1]),
				last: Number(ids[2] ?? ids[1]),
				isRange: ids[2] !== undefined,
				form,
				misc: miscOf(cells[9] ?? '_'),
			});
		}
	}
	end();
	return { articles, problems };
}

function miscOf(cell: string): ReadonlyMap<string, string> {
	return new Map(
		cell.split('|').map(pair => [pair.slice(0, Math.max(0, pair.indexOf('='))), pair.slice(pair.indexOf('=') + 1)]),
	);
}

interface Row {
	readonly first: number;
	readonly last: number;
	readonly isRange: boolean;
	readonly form: string;
	readonly misc: ReadonlyMap<string, string>;
}

interface Place {
	readonly start: number;
	readonly end: number;
}

function newDocument(name: string) {
	let text = '';
	/** What stands behind the last token, written when another one follows. */
	let after: { readonly blanks: string; readonly said: boolean } = { blanks: '', said: true };
	let range:
		| {
				readonly row: Row;
				readonly start: number;
				next: number;
				readonly words: { readonly place: Place; readonly misc: Row['misc'] }[];
		  }
		| undefined;
	let open: { readonly label: string; readonly start: number }[] = [];
	let running: { label: string; start: number; end: number } | undefined;
	const marks: Mark[] = [];
	const add = (label: string, start: number, end: number): void => {
		marks.push({ id: `#${marks.length}`, label, parts: [{ start, end }], fields: {} });
	};
	const endRun = (): void => {
		if (running !== undefined) add(running.label, running.start, running.end);
		running = undefined;
	};
	const tag = ({ start, end }: Place, misc: Row['misc']): void => {
		for (const [whole, opened, alone, closed] of (misc.get('Entity') ?? '').matchAll(
			/\(([^()]+)\)|\(([^()]+)|([^()]+)\)/g,
		)) {
			const label = opened ?? alone ?? closed ?? '';
			if (opened !== undefined) add(label, start, end);
			else if (!whole.endsWith(')')) open.push({ label, start });
			else {
				const at = open.findLastIndex(entry => entry.label === label);
				const entry = open[at];
				if (entry !== undefined) add(label, entry.start, end);
				open = open.filter(other => other !== entry);
			}
		}
		const iob = misc.get('NER') ?? 'O';
		const goesOn = /^[IEL]-/.test(iob) && running?.label === iob.slice(2);
		if (goesOn && running !== undefined) running.end = end;
		else endRun();
		if (!goesOn && /^[BIESLU]-./.test(iob)) running = { label: iob.slice(2), start, end };
	};
	const put = ({ form, misc }: Row): Place => {
		text += after.blanks + unescaped(misc.get('SpacesBefore') ?? '');
		const start = text.length;
		text += form;
		const spaces = misc.get('SpacesAfter');
		after =
			spaces !== undefined
				? { blanks: unescaped(spaces), said: true }
				: misc.get('SpaceAfter') === 'No'
					? { blanks: '', said: true }
					: { blanks: ' ', said: false };
		return { start, end: text.length };
	};
	const endRange = (): void => {
		if (range === undefined) return;
		const { row, start, words } = range;
		const whole = { start, end: start + row.form.length };
		const exact = words.at(-1)?.place.end === whole.end && words.every(({ place }) => place.start >= start);
		for (const { place, misc } of words) tag(exact ? place : whole, misc);
		range = undefined;
	};
	return {
		row: (row: Row): void => {
			if (range !== undefined && !row.isRange && row.first <= range.row.last) {
				const { row: outer, start } = range;
				const fits = outer.form.startsWith(row.form, range.next - start);
				const place = { start: fits ? range.next : -1, end: range.next + row.form.length };
				range.words.push({ place, misc: row.misc });
				range.next += row.form.length;
				return;
			}
			endRange();
			const place = put(row);
			if (row.isRange) range = { row, start: place.start, next: place.start, words: [] };
			else tag(place, row.misc);
		},
		paragraph: (): void => {
			endRange();
			if (!after.said) after = { blanks: '\n', said: false };
		},
		endSentence: (): void => {
			endRange();
			endRun();
			open = [];
			if (!after.said) after = { blanks: '\n', said: false };
		},
		finish: () => {
			endRange();
			endRun();
			const sorted = [...marks].sort(
				(a, b) =>
					(a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0) || (b.parts[0]?.end ?? 0) - (a.parts[0]?.end ?? 0),
			);
			return { name, text: text + (after.said ? after.blanks : ''), marks: sorted };
		},
	};
}

function unescaped(blanks: string): string {
	return blanks.replace(/\\(.)/g, (_, char: string) => ({ s: ' ', t: '\t', r: '\r', n: '\n', p: '|' })[char] ?? char);
}
