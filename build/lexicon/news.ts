import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type ParsedText, parseText } from '../../server/src/core/text/parsed.ts';
import type { PlainText } from '../../server/src/core/training/learn.ts';

/** Articles of the ANT corpus v2.1 (Chouigui et al. 2017, 2021), title first; every n-th of them from the middle of the first n on. */
export function* newsArticles(data: string, every = 1): Generator<ParsedText> {
	const lines = gunzipSync(readFileSync(`${data}/news/ant-2018.jsonl.gz`))
		.toString('utf8')
		.split('\n');
	for (let at = Math.floor(every / 2); at < lines.length; at += every) {
		if (lines[at] !== '') {
			const article = JSON.parse(lines[at] ?? '') as { readonly title: string; readonly text: string };
			yield parseText(`${article.title}\n${article.text}`);
		}
	}
}

/** One article in so many is tagged by a first model and learned from: 400,000 tokens. */
const sampled = 22;

const longest = 300;

/** Articles for self-training, without sentences that are too long to be one. */
export function plainNews(data: string): PlainText[] {
	return [...newsArticles(data, sampled)].map(({ tokens, sentences }) => ({
		tokens,
		stretches: sentences.flat().filter(({ first, last }) => last - first <= longest),
	}));
}
