/** YAML that is small to write and large to read, or large to begin with. Below scale 0.01 the largest are left out. */
export function bombs(scale: number): readonly string[] {
	const laughs = Array.from(
		{ length: 9 },
		(_, i) =>
			`a${i}: &a${i} [${Array(9)
				.fill(i === 0 ? 'x' : `*a${i - 1}`)
				.join(', ')}]`,
	);
	const records = (record: string, times: number) => `isnad: 1\nrecords:\n${record.repeat(times)}`;
	return [
		`${laughs.join('\n')}\nrecords: *a8\n`,
		`a: &a [*a]\n`,
		`isnad: 1\nbase: &b { state: confirmed }\nrecords:\n  - { <<: *b, id: e1aaaa, kind: region, region: scare, span: [0, 3] }\n`,
		'['.repeat(20_000),
		`${'['.repeat(20_000)}${']'.repeat(20_000)}`,
		'{a: '.repeat(20_000),
		Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
		'- '.repeat(20_000),
		'? '.repeat(20_000),
		'"'.padEnd(100_000, '\\'),
		`a: |\n${'  x\n'.repeat(50_000)}`,
		'a: b\n'.repeat(50_000),
		`${Array.from({ length: 50_000 }, (_, i) => `k${i}: v`).join('\n')}\n`,
		'isnad: 1\nisnad: 1\n',
		'isnad: 1\nrecords: []\nrecords: []\n',
		'!!js/function "function () { throw 1 }"\n',
		'isnad: !!js/undefined\nrecords: !!python/object/apply:os.system ["true"]\n',
		'isnad: 1\n__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n',
		'isnad: 99999999999999999999\n',
		'isnad: 1\nrecords: 7\n',
		'\0\0\0\0',
		'isnad: 1\n\0',
		'\ufffe\ufeff\ufffe',
		'\ud800'.repeat(1000),
		'\u2028'.repeat(10_000),
		'\t'.repeat(10_000),
		'%YAML 9.9\n---\n',
		'--- a\n--- b\n...\n',
		'&'.repeat(10_000),
		'*'.repeat(10_000),
		'#'.repeat(100_000),
		'<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(2000),
		records('  - {}\n', 20_000),
		records('  - id: e1aaaa\n', 20_000),
		records('  -\n', 20_000),
		records(`  - id: e1aaaa\n    exact: ${'x'.repeat(70_000)}\n`, 3),
		records(
			'  - id: e1aaaa\n    kind: entity\n    state: confirmed\n    label: PER\n    span: [3, 8]\n    exact: سعاد\n',
			20_000,
		),
		...(scale < 0.01
			? []
			: ['x'.repeat(50_000_000), 'a: b\n'.repeat(10_000_000), records('  - id: e1aaaa\n', 3_000_000)]),
	];
}
