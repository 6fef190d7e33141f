import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { globMatcher, isGlob } from '../../../server/src/core/corpus/globs.ts';

/** Which of the paths the patterns take: `+` before a path that is taken, `-` before one that is not. */
function check(patterns: string | readonly string[], ...marked: readonly string[]): void {
	const takes = globMatcher(typeof patterns === 'string' ? [patterns] : patterns);
	const paths = marked.map(path => path.slice(1));
	assert.deepEqual(
		paths.map(path => (takes(path) ? '+' : '-') + path),
		marked,
		JSON.stringify(patterns),
	);
}

function checkUsable(pattern: string, expected: boolean): void {
	assert.equal(isGlob(pattern), expected, pattern.slice(0, 80));
	assert.equal(globMatcher([pattern])('a'), false, pattern.slice(0, 80));
}

suite('globs', () => {
	test('a star stays within one name', () => {
		check('*.txt', '+خبر.txt', '+.txt', '-news/خبر.txt', '-خبر.text', '-خبر.txt.yaml');
		check('news/*', '+news/a', '-news/a/b', '-news', '-old/news/a');
		check('*ال*ان*', '+السودان', '+مجلس البرلمان 2', '-الشرق');
	});

	test('two stars cover any number of folders, none as well', () => {
		check('**/*.txt', '+a.txt', '+n/a.txt', '+n/m/a.txt', '-n/a.md');
		check('news/**/*.txt', '+news/a.txt', '+news/2020/08/a.txt', '-news.txt', '-old/news/a.txt');
		check('**/أخبار/**/*.txt', '+أخبار/a.txt', '+x/أخبار/y/z/a.txt', '-x/a.txt');
		check('a/**/b/**/c', '+a/b/c', '+a/x/b/y/b/c', '-a/x/c', '-a/b/x');
	});

	test('a question mark is one character, also outside the basic plane', () => {
		check('?.txt', '+a.txt', '+خ.txt', '+😀.txt', '-.txt', '-ab.txt', '-a/.txt');
	});

	test('braces are one of several', () => {
		check('{news,reports}/*.{txt,text}', '+news/a.txt', '+reports/a.text', '-old/a.txt', '-news/a.md');
		check('{a,{b,c}d}.txt', '+a.txt', '+bd.txt', '+cd.txt', '-b.txt', '-d.txt');
		check('{,old-}news.txt', '+news.txt', '+old-news.txt');
		check('{2019,2020}/**', '+2019/a', '+2020/x/y', '-2021/a');
	});

	test('a brace without its partner is a letter', () => {
		check('a}b{c,d}.txt', '+a}bc.txt', '+a}bd.txt', '-a}b{c,d}.txt');
		check('{a,b.txt', '+{a,b.txt', '-a');
	});

	test('an exclamation mark takes files out, and later patterns win', () => {
		check(['**/*.txt', '!drafts/**'], '+a.txt', '-drafts/a.txt', '-drafts/x/a.txt');
		check(['**/*.txt', '!drafts/**', 'drafts/final.txt'], '+drafts/final.txt', '-drafts/a.txt');
		check(['!**/*.txt', '**/*.txt'], '+a.txt');
		check('!drafts/**', '-a.txt');
		check([], '-a.txt');
	});

	test('folders as people write them', () => {
		check('./news/*.txt', '+news/a.txt');
		check('/news/*.txt', '+news/a.txt');
		check('news\\*.txt', '+news/a.txt');
		check('news/', '+news/a.txt', '+news/x/a.txt', '-old/a.txt');
		check(['**', '!./drafts/'], '+a', '-drafts/a');
	});

	test('letters composed and decomposed are the same, upper and lower case are not', () => {
		check('أخبار/*.txt'.normalize('NFC'), `+${'أخبار/آ.txt'.normalize('NFD')}`);
		check('أخبار/?.txt'.normalize('NFD'), `+${'أخبار/آ.txt'.normalize('NFC')}`);
		check('News/*', '-news/a');
	});

	test('other signs of regular expressions are letters', () => {
		check('a.b+(c)[d]^$|.txt', '+a.b+(c)[d]^$|.txt', '-aXb+(c)[d]^$|.txt');
	});

	test('a pattern too large to be tried is none, and matches nothing', () => {
		checkUsable('{b,c}'.repeat(6), true);
		checkUsable('{a,b}'.repeat(7), false);
		checkUsable(`{a${',a'.repeat(70)}}`, false);
		checkUsable(`${'{'.repeat(600)}a${'}'.repeat(600)}`, false);
		checkUsable('', false);
		checkUsable('!', false);
	});
});
