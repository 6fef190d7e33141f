import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { packageProblems } from '../../build/package.ts';

describe('a package may ship', () => {
	const needed = ['package.json', 'README.md', 'LICENSE', 'dist/extension.js', 'dist/package.json'];
	const check = (what: string, files: readonly string[], bytes: number, expected: readonly string[]): void => {
		test(what, () => assert.deepEqual(packageProblems({ files, bytes }), expected));
	};
	check('with what it needs', [...needed, 'media/icon.png'], 1000, []);
	check('not with libraries', [...needed, 'node_modules/yaml/index.js'], 1000, [
		'node_modules/yaml/index.js does not belong in it',
	]);
	check('not with source maps', [...needed, 'dist/cli.js.map'], 1000, ['dist/cli.js.map does not belong in it']);
	check('not without its entry', needed.toSpliced(3, 1), 1000, ['dist/extension.js is missing']);
	check('not above 12 MB', needed, 12 * 1024 * 1024 + 1, ['it is larger than 12 MB: 12.00 MB']);
});
