import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { readSidecar } from '../../../server/src/core/sidecar/readSidecar.ts';
import { keptWith, measureText, openSidecar } from '../../../server/src/core/sidecar/session.ts';
import { seeded } from '../../support/random.ts';
import { decidedAnew, randomArticle } from '../../support/randomArticle.ts';

/** What a person, or another program, may have left in a sidecar: comments, unknown keys, records that cannot be read. */
function handled(source: string, seed: number): string {
	const random = seeded(seed);
	const blocks = source.split(/(?=^ {2}- )/m);
	const odd = ['  # ملاحظة\n', '    reviewer: هالة\n', '  - id: x\n    kind: none\n', '', '', ''];
	return blocks.map((block, index) => (index === 0 ? block : block + random.pick(odd))).join('');
}

suite('a sidecar saved decision by decision', () => {
	test('is at each step what reading it again would give', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1_000_000 }), seed => {
				const random = seeded(seed);
				const { text, sidecar } = randomArticle(random, 3);
				const measured = measureText(text);
				const opened = openSidecar(text, handled(sidecar, seed));
				let { annotations } = opened;
				let kept = { file: opened.file, text, known: opened.known };
				for (let step = 0; step < 5; step++) {
					const at = random.below(annotations.records.length + 1);
					const records = annotations.records.flatMap((record, index): readonly AnnotationRecord[] => {
						const after = index === at ? decidedAnew(random, record) : record;
						return after === undefined ? [] : [after];
					});
					annotations = { ...annotations, records: step === 4 ? [] : records };
					kept = keptWith(measured, annotations, kept, 'a.txt');
					assert.deepEqual(kept.file, readSidecar(kept.file.given).value);
					const again = openSidecar(text, kept.file.given).annotations;
					assert.deepEqual(again.records, annotations.records);
				}
			}),
			{ seed: 8, numRuns: 60 },
		);
	});
});
