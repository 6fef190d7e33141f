import { escaped, type PageHeadOptions, pageHead } from '../reader/html.ts';

/** A page beside the Reader, empty but for its landmarks: its script fills them. */
export function panelHtml(page: PageHeadOptions): string {
	return `${pageHead(page)}
<body>
<header id="bar"></header>
<div id="notice" role="status" hidden></div>
<main id="page" aria-label="${escaped(page.title)}"></main>
<div id="live" role="status" aria-live="polite"></div>
</body>
</html>
`;
}
