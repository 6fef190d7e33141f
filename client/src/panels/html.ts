import type { UiLanguage } from '../messages.ts';
import { escaped, fontFaces } from '../reader/html.ts';

export interface PanelPageOptions {
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

/** A page beside the Reader, empty but for its landmarks: its script fills them. Nothing but our own files is loaded. */
export function panelHtml({ source, nonce, script, style, fonts, language, title }: PanelPageOptions): string {
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
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<title>${escaped(title)}</title>
<style nonce="${nonce}">
${fontFaces(fonts)}
</style>
<link rel="stylesheet" href="${escaped(style)}">
<script nonce="${nonce}" src="${escaped(script)}" defer></script>
</head>
<body>
<header id="bar"></header>
<div id="notice" role="status" hidden></div>
<main id="page" aria-label="${escaped(title)}"></main>
<div id="live" role="status" aria-live="polite"></div>
</body>
</html>
`;
}
