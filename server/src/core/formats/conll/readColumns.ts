import type { Problem } from '../../model.ts';
import type { FormatFile, Imported, Imports } from '../format.ts';
import type { Mark } from '../graph.ts';
import { apartPaths, textPathOf, withoutEnding } from '../textPath.ts';

/** UTF-16 units of a file that is read. */
const maxLength = 50 * 1024 * 1024;

/** last: the tag is the last column (CoNLL-2003, two columns); all: every column behind the form is one (Wojood). */
export type TagColumns = 'last' | 'all';

/**
 * Reads tokens in columns with IOB1, IOB2, IOBES or BILOU tags, blank lines between sentences, `-DOCSTART-` between documents. Such
 * files keep no text: it becomes the words with one blank between, a sentence a line. Never throws.
 */
export function readColumns(columns: TagColumns): (file: FormatFile) => Imports {
	return file => {
		if (file.text.length > maxLength) {
			return { articles: [], problems: [{ code: 'import-too-large', severity: 'error', values: { limit: '50 MB' } }] };
		}
		const problems: Problem[] = [];
		const articles: Imported[] = [];
		const path = apartPaths();
		const base = withoutEnding(file.path, ['.txt', '.conll', '.iob', '.iob2', '.bio', '.wojood', '.tsv']);
		let document = newDocument();
		const end = (): void => {
			const { text, marks } = document.finish();
			if (text !== '')
				articles.push({ path: path(textPathOf(base, 'conll')), text, graph: { marks, links: [], documentLabels: {} } });
			document = newDocument();
		};
		for (const [index, line] of file.text.split(/\r?\n/).entries()) {
			const cells = line.split(/[ \t]/).filter(cell => cell !== '');
			const [form, ...rest] = cells;
			if (form === undefined) {
				document.endSentence();
			} else if (form === '-DOCSTART-') {
				end();
			} else {
				const tags = columns === 'all' ? rest : rest.slice(-1);
				const wrong = tags.find(tag => tag !== 'O' && !/^[BIESLU]-./.test(tag));
				if (wrong !== undefined || rest.length === 0) {
					problems.push({
						code: 'import-line',
						severity: 'warning',
						values: { line: index + 1, text: line.slice(0, 80) },
					});
				}
				document.token(form, tags);
			}
		}
		end();
		return { articles, problems };
	};
}

interface Open {
	readonly label: string;
	readonly start: number;
	end: number;
}

function newDocument() {
	let text = '';
	let first = true;
	let open: Open[] = [];
	const done: Open[] = [];
	const close = (): void => {
		done.push(...open);
		open = [];
	};
	return {
		token: (form: string, tags: readonly string[]): void => {
			if (!first) text += ' ';
			first = false;
			const start = text.length;
			text += form;
			open = nextOpen(open, tags, { start, end: text.length }, done);
		},
		endSentence: (): void => {
			close();
			if (!first) text += '\n';
			first = true;
		},
		finish: (): { readonly text: string; readonly marks: readonly Mark[] } => {
			close();
			const sorted = [...done].sort((a, b) => a.start - b.start || b.end - a.end);
			const marks = sorted.map(({ label, start, end }, index) => ({
				id: `#${index}`,
				label,
				parts: [{ start, end }],
				fields: {},
			}));
			return { text, marks };
		},
	};
}

/** Tags continue names by their order, not by their column: of two of one label the inner one ends first. */
function nextOpen(
	open: readonly Open[],
	tags: readonly string[],
	{ start, end }: { readonly start: number; readonly end: number },
	done: Open[],
): Open[] {
	const now: Open[] = [];
	let from = 0;
	for (const tag of tags) {
		const label = tag.slice(2);
		if (!/^[BIESLU]-./.test(tag)) continue;
		const found = /^[IEL]/.test(tag) ? open.findIndex((name, index) => index >= from && name.label === label) : -1;
		const name = open[found];
		if (name === undefined) {
			now.push({ label, start, end });
		} else {
			from = found + 1;
			name.end = end;
			now.push(name);
		}
	}
	done.push(...open.filter(name => !now.includes(name)));
	return now;
}
