import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
	isPlain,
	journalPath,
	type Layer,
	relativePath,
	sidecarPath,
	textPath,
	uriOf,
} from '../../../server/src/core/corpus/paths.ts';

const salma: Layer = { annotator: 'سلمى' };

function checkSidecar(layout: 'mirrored' | 'adjacent', layer: Layer, text: string, sidecar: string | undefined): void {
	assert.equal(sidecarPath(text, layer, layout), sidecar, text);
	if (sidecar !== undefined) {
		assert.deepEqual(textPath(sidecar, layout), { text, layer }, sidecar);
	}
}

function checkNoSidecar(layout: 'mirrored' | 'adjacent', ...paths: readonly string[]): void {
	for (const path of paths) {
		assert.equal(textPath(path, layout), undefined, path);
	}
}

function checkPlain(expected: boolean, ...paths: readonly string[]): void {
	for (const path of paths) {
		assert.equal(isPlain(path), expected, JSON.stringify(path));
	}
}

function checkRelative(root: string, uri: string, expected: string | undefined): void {
	assert.equal(relativePath(root, uri), expected, `${uri} below ${root}`);
}

suite('sidecar paths', () => {
	test('each layer and layout has its place, and the place leads back to the text', () => {
		checkSidecar('mirrored', 'common', 'news/خبر.txt', 'annotations/news/خبر.txt.yaml');
		checkSidecar('mirrored', 'gold', 'news/خبر.txt', 'annotations/gold/news/خبر.txt.yaml');
		checkSidecar('mirrored', salma, 'news/خبر.txt', 'annotations/by/سلمى/news/خبر.txt.yaml');
		checkSidecar('adjacent', 'common', 'news/خبر.txt', 'news/خبر.txt.yaml');
		checkSidecar('adjacent', 'gold', 'news/خبر.txt', 'annotations/gold/news/خبر.txt.yaml');
		checkSidecar('adjacent', salma, 'news/خبر.txt', 'annotations/by/سلمى/news/خبر.txt.yaml');
		checkSidecar('mirrored', 'common', 'gold', 'annotations/gold.yaml');
		checkSidecar('adjacent', 'common', 'gold/a.txt', 'gold/a.txt.yaml');
		checkSidecar('mirrored', 'gold', 'gold/a.txt', 'annotations/gold/gold/a.txt.yaml');
	});

	test('no text takes the place of another layer or of the files of the corpus, on a disk without case either', () => {
		for (const text of [
			'gold/a.txt',
			'GOLD/a.txt',
			'by/a.txt',
			'By/x/a.txt',
			'.isnad/a',
			'corpus',
			'Corpus',
			'entities',
			'scheme',
		]) {
			checkSidecar('mirrored', 'common', text, undefined);
		}
		for (const text of ['annotations/corpus', 'annotations/a.txt', 'Annotations/entities']) {
			checkSidecar('adjacent', 'common', text, undefined);
		}
	});

	test('an annotator is one folder', () => {
		for (const annotator of ['..', '.', '', 'a/b', 'a\\b', 'C:', 'a\u0000']) {
			checkSidecar('mirrored', { annotator }, 'a.txt', undefined);
		}
	});

	test('texts whose path is not plain have none', () => {
		for (const text of ['', '../a.txt', '/a.txt', 'C:/a.txt']) {
			for (const layer of ['common', 'gold', salma] as const) {
				checkSidecar('mirrored', layer, text, undefined);
				checkSidecar('adjacent', layer, text, undefined);
			}
		}
	});

	test('other files belong to no text', () => {
		const ours = ['annotations/corpus.yaml', 'annotations/entities.yaml', 'annotations/scheme.yaml'];
		const nameless = [
			'annotations/.yaml',
			'annotations/gold/.yaml',
			'annotations/by/a/.yaml',
			'annotations/by/a.yaml',
			'.yaml',
		];
		const others = [
			'annotations/news/a.txt',
			'annotations/.isnad/a.yaml',
			'../annotations/a.txt.yaml',
			'annotations/GOLD/a.txt.yaml',
		];
		checkNoSidecar('mirrored', ...ours, ...nameless, ...others, 'news/a.txt.yaml');
		checkNoSidecar('adjacent', ...ours, ...nameless, ...others, 'annotations/news/a.txt.yaml');
	});

	test('whatever the text, its sidecar leads back to it or it has none', () => {
		const name = fc.constantFrom(
			'gold',
			'by',
			'annotations',
			'corpus',
			'..',
			'',
			' ',
			'خبر.txt',
			'a.yaml',
			'.isnad',
			'x:y',
			'\\',
		);
		const layer = fc.oneof(
			fc.constant('common' as const),
			fc.constant('gold' as const),
			name.map(annotator => ({ annotator })),
		);
		const property = fc.property(
			fc.array(fc.oneof(name, fc.string()), { maxLength: 4 }),
			layer,
			fc.constantFrom('mirrored' as const, 'adjacent' as const),
			(names, whose, layout) => {
				const text = names.join('/');
				const sidecar = sidecarPath(text, whose, layout);
				if (sidecar !== undefined) {
					assert.ok(isPlain(sidecar), sidecar);
					assert.deepEqual(textPath(sidecar, layout), { text, layer: whose });
				}
				const read = textPath(text, layout);
				assert.ok(read === undefined || sidecarPath(read.text, read.layer, layout) === text, text);
			},
		);
		fc.assert(property, { numRuns: 500, seed: 1 });
	});

	test('journals lie together, in a folder that is no annotation', () => {
		assert.equal(journalPath('news/a.txt.yaml'), 'annotations/.isnad/news/a.txt.yaml.journal');
	});
});

suite('plain paths', () => {
	test('names in any writing, with dots, colons and blanks inside', () => {
		checkPlain(true, 'a', 'news/خبر.txt', 'a b/..c/d..', '...x', '.hidden', 'تقرير 10:30.txt', 'a%2e%2e', '😀', '‏خبر‏');
		checkPlain(true, 'أ'.normalize('NFC'), 'أ'.normalize('NFD'));
	});

	test('nothing that leads out of the folder, on any system', () => {
		checkPlain(false, '', '.', '..', '../a', 'a/../b', 'a/..', './a', 'a/./b', 'a//b', '/a', 'a/', '//server/share');
		checkPlain(false, 'C:', 'c:\\a', 'C:/a', '\\\\?\\C:\\a', '\\\\server\\share', 'a\\..\\b', '..\\a');
		checkPlain(false, '.. ', '. .', 'a/.../b', ' ', 'a/ /b');
		checkPlain(false, 'a\u0000', 'a\nb', 'a\tb', '\u007f', '\u0085', '\ud800', 'a\udc00b');
	});
});

suite('paths below a root', () => {
	test('are decoded once', () => {
		checkRelative('file:///c', 'file:///c/a.txt', 'a.txt');
		checkRelative('file:///c/', 'file:///c/n/a.txt', 'n/a.txt');
		checkRelative('file:///c', 'file:///c/%D8%AE%D8%A8%D8%B1.txt', 'خبر.txt');
		checkRelative('file:///c', 'file:///c/خبر.txt', 'خبر.txt');
		checkRelative('file:///c', 'file:///c/100%25.txt', '100%.txt');
		checkRelative('file:///c', 'file:///c/%252e%252e/a', '%2e%2e/a');
		checkRelative('vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/a.txt', 'a.txt');
	});

	test('keep letters composed or decomposed, as the disk has them', () => {
		for (const form of ['NFC', 'NFD']) {
			const path = 'أخبار/آفاق.txt'.normalize(form);
			checkRelative('file:///c', `file:///c/${encodeURI(path)}`, path);
		}
	});

	test('do not depend on how a client escapes the root', () => {
		checkRelative('file:///d%C3%A9p/a%28b', 'file:///d%c3%a9p/a(b/x', 'x');
		checkRelative('file:///c%3A/corpus', 'file:///C:/corpus/A.txt', 'A.txt');
	});

	test('are none elsewhere', () => {
		checkRelative('file:///c', 'file:///c', undefined);
		checkRelative('file:///c', 'file:///c/', undefined);
		checkRelative('file:///c', 'file:///cd/a.txt', undefined);
		checkRelative('file:///c', 'file:///C/a.txt', undefined);
		checkRelative('file:///c', 'vscode-vfs://c/a.txt', undefined);
		checkRelative('file:///c/d', 'file:///c', undefined);
	});

	test('are none where they lead out or are no path', () => {
		for (const rest of [
			'../a',
			'n/../../a',
			'%2e%2e/a',
			'%2E./a',
			'.%2e/a',
			'..%2fa',
			'n%2Fa',
			'..\\a',
			'..%5Ca',
			'C:/a',
			'C%3A/a',
		]) {
			checkRelative('file:///c', `file:///c/${rest}`, undefined);
		}
		for (const rest of ['%00', 'a%0A', '.\t./a', 'a?b', 'a#b', '%', '%zz', '%D8', '%ED%A0%80', 'a//b']) {
			checkRelative('file:///c', `file:///c/${rest}`, undefined);
		}
	});

	test('and the uri of a path lead to one another', () => {
		for (const path of [
			'a.txt',
			"n/خبر (1)!'*.txt",
			'100%.txt',
			'a#b?c',
			'ab:c;d=e,f&g+h@i$[]',
			'‏😀 ',
			'أ'.normalize('NFD'),
		]) {
			checkRelative('file:///c', uriOf('file:///c', path), path);
			checkRelative('file:///c', uriOf('file:///c/', path), path);
		}
	});

	test('are escaped as VS Code does, so that an open text is recognised', () => {
		assert.equal(uriOf('file:///c', "خبر (1)!'*.txt"), 'file:///c/%D8%AE%D8%A8%D8%B1%20%281%29%21%27%2A.txt');
		assert.equal(uriOf('file:///c', '\ud800'), 'file:///c/%EF%BF%BD');
	});
});
