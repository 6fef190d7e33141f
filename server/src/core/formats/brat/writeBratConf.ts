import type { Scheme, SchemeRelation } from '../../scheme/scheme.ts';
import type { FormatFile } from '../format.ts';
import { type LinkRole, linkName, type SpanRole, spanName } from '../names.ts';

/** brat's configuration for a scheme: which types there are, how they look, by which keys they are chosen. Its three files go beside the texts. */
export function writeBratConf(scheme: Scheme): readonly FormatFile[] {
	const roles = (['statement', 'cue', 'speaker', 'via', 'addressee', 'region'] satisfies SpanRole[]).map(spanName);
	const labels = [...scheme.entities.map(({ label }) => label), ...(scheme.statements === undefined ? [] : roles)];
	const links = (['cue', 'speaker', 'via', 'addressee'] as const satisfies readonly (LinkRole & SpanRole)[]).map(
		role => `${linkName(role)}\tArg1:${spanName('statement')}, Arg2:${spanName(role)}`,
	);
	const within = (['relayOf', 'nestedIn'] satisfies LinkRole[]).map(
		role => `${linkName(role)}\tArg1:${spanName('statement')}, Arg2:${spanName('statement')}`,
	);
	const types = scheme.statements?.types.map(({ label }) => label) ?? [];
	const conf = [
		'[entities]',
		...labels,
		'[relations]',
		...(scheme.statements === undefined ? [] : [...links, ...within]),
		...scheme.relations.map(relationLine),
		'<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
		'[events]',
		'[attributes]',
		...(types.length === 0 ? [] : [`type\tArg:${spanName('statement')}, Value:${types.join('|')}`]),
		...(scheme.statements === undefined ? [] : [`region\tArg:${spanName('region')}, Value:boilerplate|scare`]),
		...scheme.attributes.map(
			({ name, on, values }) =>
				`${name}\tArg:${on === 'statement' ? spanName('statement') : (on ?? '<ENTITY>')}, Value:${values.map(({ value }) => value).join('|')}`,
		),
	];
	const visual = [
		'[labels]',
		...scheme.entities.map(({ label, name }) => `${label} | ${oneLine(name.en)} | ${oneLine(name.ar)}`),
		'[drawing]',
		'SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken',
		'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
		...scheme.entities.map(({ label, color }) => `${label}\tbgColor:${color}`),
	];
	const keys = scheme.entities.flatMap(({ label, key }) =>
		key === undefined ? [] : [`${key.toUpperCase()} ${label}`],
	);
	return [
		{ path: 'annotation.conf', text: lines(conf) },
		{ path: 'visual.conf', text: lines(visual) },
		{ path: 'kb_shortcuts.conf', text: lines(keys) },
	];
}

function relationLine({ type, from, to }: SchemeRelation): string {
	return `${type}\tArg1:${from.join('|') || '<ENTITY>'}, Arg2:${to.join('|') || '<ENTITY>'}`;
}

function oneLine(text: string): string {
	return text.replace(/[\s|]+/g, ' ');
}

function lines(all: readonly string[]): string {
	return all.map(line => `${line}\n`).join('');
}
