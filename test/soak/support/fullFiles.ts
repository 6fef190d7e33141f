/** One file of each kind that a user may write, with every key of its schema. */
const part = { span: [4, 8], exact: 'سعاد' };
const place = { ...part, prefix: 'قال ', suffix: ' إن' };
const common = {
	state: 'confirmed',
	was: 'rejected',
	review: 'single',
	score: 0.5,
	moved: true,
	flag: true,
	comment: 'انظر',
	attributes: { tense: 'past' },
	by: 'mona',
};
const entity = {
	id: 'e1aaaa',
	kind: 'entity',
	...common,
	from: 'model',
	label: 'PER',
	...place,
	form: 'سعاد',
	value: '2020',
	entity: 'suad',
};

export const fullFiles: Readonly<Record<'corpus' | 'entities' | 'scheme' | 'sidecar', unknown>> = {
	corpus: { isnad: 1, include: ['**/*.txt'], encoding: 'utf-8', layout: 'mirrored', scheme: 'news', guideline: '1.2' },
	entities: {
		isnad: 1,
		entities: [{ key: 'suad', label: 'PER', name: 'سعاد', aliases: ['سعاد علي'], wikidata: 'Q1', note: 'كاتبة' }],
	},
	scheme: {
		isnad: 1,
		name: 'own',
		title: { en: 'Own', ar: 'خاص' },
		entities: [
			{
				label: 'PER',
				name: { en: 'Person', ar: 'شخص' },
				description: { en: 'A person', ar: 'إنسان' },
				color: 'teal',
				key: 'p',
			},
		],
		statements: {
			name: 'Statement',
			color: '#123456',
			key: 'q',
			types: [{ type: 'direct', name: 'Direct', color: 'red', key: '1' }],
		},
		attributes: [{ name: 'act', title: 'Act', on: 'statement', values: [{ value: 'told', name: 'Told' }] }],
		documentLabels: [{ name: 'topic', title: 'Topic', values: [{ value: 'war', name: 'War' }] }],
		relations: [{ type: 'part', name: 'Part', from: ['PER'], to: ['PER'] }],
	},
	sidecar: {
		isnad: 1,
		text: 'a.txt',
		sha256: 'ab'.repeat(32),
		length: 40,
		status: { entities: 'draft', statements: 'new' },
		labels: { topic: 'war' },
		meta: { outlet: 'x' },
		records: [
			{ ...entity, alternatives: [{ ...entity, state: 'rejected', label: 'LOC' }] },
			{ id: 'g1aaaa', kind: 'region', ...common, from: 'rule', region: 'boilerplate', what: 'dateline', ...place },
			{
				...{
					id: 's1aaaa',
					kind: 'statement',
					...common,
					from: 'manual',
					type: 'mixed',
					content: [part, { span: [10, 14], exact: 'نرفض' }],
				},
				...{ cue: { span: [0, 3], exact: 'قال' }, speaker: part, via: part, addressee: part },
				...{ speakerEntity: 'suad', speakerName: 'سعاد', relayOf: 's2aaaa', nestedIn: 's3aaaa' },
			},
			{ id: 'r1aaaa', kind: 'relation', ...common, origin: 'import', type: 'part', from: 'e1aaaa', to: 's1aaaa' },
		],
	},
};

/** Values that no schema asks for, or that mean something to some reader of YAML. */
export const strangeValues: readonly unknown[] = [
	...[
		null,
		true,
		0,
		-1,
		1.5,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		-0,
		1e300,
		2 ** 53,
		'',
		' ',
		'\0',
		'\ud800',
		'\u202e',
		'\ufeff',
	],
	...[[], {}, [[[1]]], { a: { b: [1] } }, [8, 3], [-1, 4], [1.5, 2], [Number.NaN, 4], [0, 1e12], ['1', {}]],
	...[
		'__proto__',
		'constructor',
		'../../x',
		'C:\\x',
		'url(http://example.org/x)',
		'<img src=x onerror=alert(1)>',
		'[x](command:x)',
	],
	...[
		'x'.repeat(70_000),
		'س'.repeat(300),
		{ constructor: { prototype: { polluted: 1 } } },
		JSON.parse('{"__proto__":{"polluted":1}}'),
	],
];
