import type { UiLanguage } from '../messages.ts';
import { translate } from '../messages.ts';
import { escaped, headlineOf } from './html.ts';
import {
	type DocumentItem,
	highlightName,
	type Position,
	type Range,
	type SchemeItem,
	type StatementItem,
} from './messages.ts';
import { printPaint } from './paint.ts';

export interface SavedPageOptions {
	readonly lines: readonly string[];
	readonly document: DocumentItem;
	readonly scheme: SchemeItem;
	readonly language: UiLanguage;
	readonly title: string;
	/** The face for Arabic, WOFF2 in base64. */
	readonly font: string;
}

/** The article with its names, and who says what beside it, as one file of HTML that needs nothing else: to print, to send. */
export function savedPage({ lines, document, scheme, language, title, font }: SavedPageOptions): string {
	const marks = marksOf(document, scheme);
	const headline = headlineOf(lines);
	const rows = lines.map((line, index) => {
		const kind = index === headline ? 'row headline' : line.trim() === '' ? 'row empty' : 'row';
		const cards = document.statements
			.filter(statement => isShown(statement) && firstLine(statement) === index)
			.map(statement => cardOf(statement, scheme, language));
		const margin = cards.length === 0 ? '' : `<aside>${cards.join('')}</aside>`;
		return `<section class="${kind}"><p dir="auto">${paragraph(line, index, marks)}</p>${margin}</section>`;
	});
	const legend = [...scheme.entities, { name: translate(language, 'kind-statements'), label: '' }]
		.map(({ name }, index) => {
			const isName = index < scheme.entities.length;
			return `<span class="${highlightName(isName ? 'name' : 'content', 'confirmed', isName ? index : 0, 0)}">${escaped(name)}</span>`;
		})
		.join(' ');
	return `<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escaped(title)}</title>
<style>
@font-face { font-family: 'Isnad Arabic'; src: url('data:font/woff2;base64,${font}') format('woff2'); font-weight: 400 700; }
${style}
${printPaint(scheme)}
</style>
</head>
<body>
<main>
${rows.join('\n')}
</main>
<footer><div dir="auto">${legend}</div><div dir="auto"><bdi>${escaped(title)}</bdi> · Isnad</div></footer>
</body>
</html>
`;
}

/** A stretch of one line that is drawn in one way. */
interface Mark {
	readonly range: Range;
	readonly name: string;
}

/** What is drawn, the outermost first. */
function marksOf({ entities, statements }: DocumentItem, scheme: SchemeItem): readonly Mark[] {
	const mark = (
		role: Parameters<typeof highlightName>[0],
		status: string,
		index: number,
		range: Range,
	): readonly Mark[] =>
		status === 'suggested' || status === 'confirmed' ? [{ range, name: highlightName(role, status, index, 0) }] : [];
	return [
		...statements.flatMap(({ status, content }) => content.flatMap(range => mark('content', status, 0, range))),
		...statements.flatMap(({ status, speaker }) => (speaker ? mark('speaker', status, 0, speaker) : [])),
		...entities
			.toSorted((a, b) => compare(a.range.start, b.range.start) || compare(b.range.end, a.range.end))
			.flatMap(({ status, label, range }) => {
				const index = scheme.entities.findIndex(known => known.label === label);
				return mark('name', status, index < 0 ? scheme.entities.length : index, range);
			}),
		...statements.flatMap(({ status, cue }) => (cue ? mark('cue', status, 0, cue) : [])),
	];
}

/** A line cut at the edges of marks; every piece stands within one element for each mark over it. */
function paragraph(line: string, index: number, marks: readonly Mark[]): string {
	const here = marks.flatMap(({ range: { start, end }, name }) => {
		if (start.line > index || end.line < index) return [];
		const from = start.line < index ? 0 : start.character;
		const to = end.line > index ? line.length : end.character;
		return from < to ? [{ from, to, name }] : [];
	});
	const cuts = [...new Set([0, line.length, ...here.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
	return cuts
		.slice(0, -1)
		.map((cut, place) => {
			const over = here.filter(({ from, to }) => from <= cut && cut < to);
			const words = escaped(line.slice(cut, cuts[place + 1]));
			return over.reduceRight((inner, { name }) => `<span class="${name}">${inner}</span>`, words);
		})
		.join('');
}

function cardOf(
	{ status, type, speakerName, viaText, comment }: StatementItem,
	scheme: SchemeItem,
	language: UiLanguage,
): string {
	const typeName = scheme.statements.types.find(({ label }) => label === type)?.name ?? type;
	const lines = [
		`<b><bdi>${escaped(speakerName ?? translate(language, 'unknown-speaker'))}</bdi></b>`,
		`<span>${[typeName, ...(viaText === undefined ? [] : [viaText])].map(words => `<bdi>${escaped(words)}</bdi>`).join(' · ')}</span>`,
		...(comment === undefined ? [] : [`<i><bdi>${escaped(comment)}</bdi></i>`]),
	];
	return `<div class="card ${status}">${lines.join('')}</div>`;
}

/** The line of the cue or of the first words, whichever comes first. */
function firstLine({ content, cue }: StatementItem): number {
	return Math.min(content[0]?.start.line ?? Number.POSITIVE_INFINITY, cue?.start.line ?? Number.POSITIVE_INFINITY);
}

function isShown({ status }: StatementItem): boolean {
	return status === 'suggested' || status === 'confirmed';
}

function compare(a: Position, b: Position): number {
	return a.line - b.line || a.character - b.character;
}

const style = `
body { margin: 2rem auto; max-width: 58rem; padding: 0 1.5rem; color: #1e1b17; background: #fff; font-family: 'Isnad Arabic', 'Noto Naskh Arabic', serif; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; column-gap: 2.5rem; break-inside: avoid-page; }
p { margin: 0 0 0.5rem; font-size: 1.2rem; line-height: 2; white-space: pre-wrap; }
.headline p { font-size: 1.8rem; font-weight: 700; line-height: 1.6; margin-bottom: 1rem; }
.empty p { line-height: 0.6; min-height: 0.6em; }
aside { display: flex; flex-direction: column; gap: 0.4rem; padding-top: 0.5rem; }
.card { display: flex; flex-direction: column; border-inline-start: 3px solid #888e96; padding-inline-start: 0.6rem; font-size: 0.85rem; line-height: 1.5; }
.card.suggested { border-inline-start-style: dotted; }
.card span, footer { color: #6a645a; }
footer { display: flex; justify-content: space-between; gap: 2rem; margin-top: 2rem; padding-top: 0.5rem; border-top: 1px solid #ded9cd; font-size: 0.85rem; }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@page { margin: 16mm; }`;
