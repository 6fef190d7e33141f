import type { UiLanguage } from '../messages.ts';
import type { Look } from './messages.ts';

/** What the head of every page of ours needs. */
export interface PageHeadOptions {
	/** What the browser may load from. */
	readonly source: string;
	/** Of the one script and the one style in the page; new for every page. */
	readonly nonce: string;
	readonly script: string;
	readonly style: string;
	/** Faces for Arabic and Latin letters. */
	readonly fonts: { readonly arabic: string; readonly latin: string };
	readonly language: UiLanguage;
	readonly title: string;
}

export interface PageOptions extends PageHeadOptions {
	/** The article, line by line. */
	readonly lines: readonly string[];
	/** Of the text. */
	readonly version: number;
	readonly look: Look;
	/** Name of the article for screen readers. */
	readonly title: string;
}

/** The Reader's first HTML, with the whole article in it: it can be read before any script has run. */
export function readerHtml({ lines, version, look, ...page }: PageOptions): string {
	const { language, title } = page;
	const css = `\n:root { --size: ${look.size}px; --leading: ${look.leading}; --width: ${look.width}px; }`;
	return `${pageHead(page, css)}
<body>
<header id="bar"></header>
<div id="notice" role="alert" hidden></div>
<main id="article" lang="ar" dir="rtl" tabindex="0" data-version="${version}" aria-label="${escaped(title)}">
${rowsOf(lines)}
<div class="caret" aria-hidden="true" hidden></div>
</main>
<aside id="inspector" dir="${directionOf(language)}" aria-label="Isnad" hidden></aside>
<div id="overlay" class="overlay" role="dialog" tabindex="0" aria-label="Isnad" hidden></div>
<div id="live" role="status" aria-live="polite"></div>
</body>
</html>
`;
}

/** A page up to its body. Nothing but our own files is loaded; `css` is our own, behind that of the faces. */
export function pageHead({ source, nonce, script, style, fonts, language, title }: PageHeadOptions, css = ''): string {
	// Style attributes that scripts set through the object model need no leave; those in HTML would, and there are none.
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src ${source} 'nonce-${nonce}'`,
		`font-src ${source}`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	return `<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<title>${escaped(title)}</title>
<style nonce="${nonce}">
${fontFaces(fonts)}${css}
</style>
<link rel="stylesheet" href="${escaped(style)}">
<script nonce="${nonce}" src="${escaped(script)}" defer></script>
</head>`;
}

function directionOf(language: UiLanguage): 'rtl' | 'ltr' {
	return language === 'ar' ? 'rtl' : 'ltr';
}

/** The only way by which text comes into HTML. Every character stays one character: offsets in the page are those of the text. */
export function escaped(text: string): string {
	// A parser would drop NUL and take CR for LF.
	return text.replace(/[&<>"'\0\r]/g, character => `&#${/[\0\r]/.test(character) ? 0xfffd : character.charCodeAt(0)};`);
}

/** One paragraph for each line, with the headline told apart from the rest. */
export function rowsOf(lines: readonly string[]): string {
	const headline = headlineOf(lines);
	return lines
		.map((line, index) => {
			const kind = index === headline ? 'row headline' : line.trim() === '' ? 'row empty' : 'row';
			const role = index === headline ? ' role="heading" aria-level="1"' : '';
			return `<section class="${kind}"><p dir="auto"${role}>${escaped(line)}</p></section>`;
		})
		.join('');
}

/** In characters; what is longer at the top is a paragraph. */
const longestHeadline = 140;

/** The first line with words, if it is short, ends like a headline and something follows it. */
export function headlineOf(lines: readonly string[]): number | undefined {
	const first = lines.findIndex(line => line.trim() !== '');
	const words = lines[first]?.trim() ?? '';
	const more = lines.some((line, index) => index > first && line.trim() !== '');
	return more && words !== '' && words.length <= longestHeadline && !/[.،:]$/.test(words) ? first : undefined;
}

/** The faces of our pages, each for its letters alone. */
function fontFaces({ arabic, latin }: PageOptions['fonts']): string {
	const face = (family: string, url: string, range: string): string =>
		`@font-face { font-family: '${family}'; src: url('${escaped(url)}') format('woff2'); font-weight: 400 700; font-display: swap; unicode-range: ${range}; }`;
	return [
		face(
			'Isnad Arabic',
			arabic,
			'U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0897-08FF, U+200C-200E, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FEFC',
		),
		face(
			'Isnad Latin',
			latin,
			'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
		),
	].join('\n');
}
