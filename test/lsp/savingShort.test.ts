/** Short forms of the long runs in test/soak: the same functions, at a small scale. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as killedSaves from '../soak/killedSaves.ts';
import * as twoWriters from '../soak/twoWriters.ts';

const short: readonly { readonly module: typeof killedSaves | typeof twoWriters; readonly scale: number }[] = [
	{ module: killedSaves, scale: 0.016 },
	{ module: twoWriters, scale: 0.04 },
];

suite('the bars of long runs hold in short ones:', () => {
	for (const { module, scale } of short) {
		test(module.name, async () => {
			for (const { what, figure, met } of await module.run({ scale, seed: 11, say: () => undefined })) {
				assert.ok(met, `${what}: ${figure}`);
			}
		});
	}
});
