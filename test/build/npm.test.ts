import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainNpmFailure } from '../../build/npm.ts';

describe('a failed npm install', () => {
	const check = (output: string, expected: RegExp): void => {
		test(output.split('\n')[0] ?? '', () => assert.match(explainNpmFailure(output), expected));
	};
	check('npm error code ENOTFOUND\nnpm error network request to x failed', /registry could not be reached.*ENOTFOUND/);
	check('npm error code ECONNREFUSED', /could not be reached.*ECONNREFUSED[\s\S]*proxy/);
	check('npm error code E401\nnpm error 401 Unauthorized', /registry.*E401/);
	check('npm error code EUSAGE\nnpm error lock file is out of step', /npm could not install:\nnpm error code EUSAGE/);
	check('Killed', /npm could not install:\nKilled/);
});
