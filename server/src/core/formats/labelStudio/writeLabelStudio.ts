import type { Scheme } from '../../scheme/scheme.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported, FormatFile, Holds } from '../format.ts';
import type { Link, Mark } from '../graph.ts';
import { linkName, spanName } from '../names.ts';
import { escapeXml } from '../xml/escapeXml.ts';

/** What Label Studio's tasks can hold. */
export const labelStudioHolds: Holds = {
	text: 'whole',
	nested: true,
	overlapping: true,
	discontinuous: 'linked',
	relations: true,
	fields: 'all',
	comments: true,
	rejected: false,
	documentLabels: true,
};

/** The one file that Label Studio imports. */
export const labelStudioCollection = { path: 'label-studio.json', head: '[\n', between: ',\n', tail: '\n]\n' } as const;

/** Of labels, and of the text, in the configuration. */
const [from, to] = ['label', 'text'];

/**
 * An article as a task of Label Studio: decisions as an annotation, suggestions as a prediction. Offsets count UTF-16 units. What
 * is known of a span besides its label is under `meta`, a note in `meta.text`, as Label Studio shows it.
 */
export function writeLabelStudio(article: Article): Exported {
	const { graph, losses } = fitted(article, labelStudioHolds);
	const { text, path } = article;
	const suggested = new Set(graph.marks.filter(({ fields }) => fields['state'] === 'suggested').map(({ id }) => id));
	const result = (wanted: boolean) => [
		...graph.marks.filter(({ id }) => suggested.has(id) === wanted).map(mark => region(text, mark)),
		...graph.links
			.filter(({ source, target }) => (suggested.has(source) || suggested.has(target)) === wanted)
			.map(relation),
	];
	const classes = Object.entries(graph.documentLabels).map(([name, value]) => ({
		id: `document-${name}`,
		from_name: name,
		to_name: to,
		type: 'choices',
		value: { choices: [value] },
	}));
	const task = {
		data: { text, path },
		annotations: [{ was_cancelled: false, ground_truth: false, result: [...result(false), ...classes] }],
		...(suggested.size === 0 ? {} : { predictions: [{ model_version: 'isnad', result: result(true) }] }),
	};
	return { files: [{ path: labelStudioCollection.path, text: JSON.stringify(task) }], losses };
}

function region(text: string, { id, label, parts, fields }: Mark) {
	const { start, end } = parts[0] ?? { start: 0, end: 0 };
	return {
		id,
		from_name: from,
		to_name: to,
		type: 'labels',
		value: { start, end, text: text.slice(start, end), labels: [label] },
		...metaOf(fields),
	};
}

function relation({ id, type, source, target, fields }: Link) {
	const { meta } = metaOf(id === '' ? fields : { ...fields, id });
	return {
		type: 'relation',
		from_id: source,
		to_id: target,
		direction: 'right',
		labels: [type],
		...(meta === undefined ? {} : { meta }),
	};
}

function metaOf(fields: Readonly<Record<string, string>>) {
	const { comment, ...rest } = fields;
	const own = Object.keys(rest).length === 0 ? {} : { isnad: rest };
	const meta = { ...(comment === undefined ? {} : { text: [comment] }), ...own };
	return Object.keys(meta).length === 0 ? {} : { meta };
}

/** The labelling configuration for a scheme, to paste into a project's settings. */
export function writeLabelConfig(scheme: Scheme): readonly FormatFile[] {
	const parts =
		scheme.statements === undefined
			? []
			: (['statement', 'cue', 'speaker', 'via', 'addressee', 'part', 'region'] as const);
	const labels = [
		...scheme.entities.map(({ label, color, key }) =>
			element('Label', { value: label, background: color, ...(key === undefined ? {} : { hotkey: key }) }),
		),
		...parts.map(part =>
			element('Label', { value: spanName(part), background: scheme.statements?.color ?? '#888e96' }),
		),
	];
	const links =
		scheme.statements === undefined
			? []
			: (['cue', 'speaker', 'via', 'addressee', 'part', 'relayOf', 'nestedIn'] as const).map(linkName);
	const relations = [...links, ...scheme.relations.map(({ type }) => type)].map(value =>
		element('Relation', { value }),
	);
	const choices = scheme.documentLabels.flatMap(({ name, values }) => [
		`  <Choices name="${escapeXml(name)}" toName="${to}">`,
		...values.map(({ value }) => `    ${element('Choice', { value })}`),
		'  </Choices>',
	]);
	const config = [
		'<View>',
		'  <Style>.htx-text { white-space: pre-wrap; direction: rtl; }</Style>',
		...(relations.length === 0 ? [] : ['  <Relations>', ...relations.map(line => `    ${line}`), '  </Relations>']),
		`  <Labels name="${from}" toName="${to}">`,
		...labels.map(line => `    ${line}`),
		'  </Labels>',
		...choices,
		`  <Text name="${to}" value="$text" granularity="symbol"/>`,
		'</View>',
		'',
	];
	return [{ path: 'label-config.xml', text: config.join('\n') }];
}

function element(name: string, attributes: Readonly<Record<string, string>>): string {
	return `<${name} ${Object.entries(attributes)
		.map(([key, value]) => `${key}="${escapeXml(value)}"`)
		.join(' ')}/>`;
}
