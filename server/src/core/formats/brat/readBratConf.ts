import { readColor } from '../../scheme/color.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { schemeOfLabels } from '../../scheme/schemeOfLabels.ts';
import { linkRole, spanRole } from '../names.ts';

/** The files that brat keeps beside a project's texts. */
export const bratConfPaths = ['annotation.conf', 'visual.conf', 'kb_shortcuts.conf'] as const;

/** A scheme of a brat project's configuration; undefined where it has no annotation.conf. Names that mean a statement or a part of one are left to ours. */
export function readBratConf(files: ReadonlyMap<string, string>): Scheme | undefined {
	const conf = files.get('annotation.conf');
	if (conf === undefined) {
		return undefined;
	}
	const sections = sectionsOf(conf);
	const visual = sectionsOf(files.get('visual.conf') ?? '');
	const names = new Map(
		(visual.get('labels') ?? [])
			.map(line => line.split('|').map(word => word.trim()))
			.map(([label = '', en = label, ar = en]) => [label, { en, ar }]),
	);
	const drawing = new Map(argumentsOf(visual.get('drawing') ?? []).map(({ name, values }) => [name, values]));
	const keys = new Map(
		(sectionsOf(files.get('kb_shortcuts.conf') ?? '').get('') ?? [])
			.map(line => line.split(/\s+/, 2))
			.map(([key = '', label = '']) => [label, key.toLowerCase()]),
	);
	const events = argumentsOf(sections.get('events') ?? []).map(({ name }) => name);
	const labels = [...argumentsOf(sections.get('entities') ?? []).map(({ name }) => name), ...events].filter(
		label => spanRole(label) === undefined,
	);
	const ends = (value: string | undefined): readonly string[] =>
		(value ?? '').split('|').flatMap(end => (end === '<ENTITY>' || end === '<ANY>' ? labels : [end]));
	return schemeOfLabels({
		name: 'brat',
		entities: labels.map(label => {
			const color = readColor(drawing.get(label)?.get('bgColor') ?? '');
			const key = keys.get(label);
			const name = names.get(label);
			return {
				label,
				...(name === undefined ? {} : { name }),
				...(color === undefined ? {} : { color }),
				...(key === undefined ? {} : { key }),
			};
		}),
		relations: argumentsOf(sections.get('relations') ?? [])
			.filter(({ name }) => linkRole(name) === undefined)
			.map(({ name, values }) => ({ type: name, from: ends(values.get('Arg1')), to: ends(values.get('Arg2')) })),
		attributes: argumentsOf(sections.get('attributes') ?? [])
			.filter(({ name }) => name !== 'type' && name !== 'region')
			.map(({ name, values }) => {
				const on = values.get('Arg') ?? '<ENTITY>';
				const target = spanRole(on) === 'statement' ? 'statement' : on;
				return {
					name,
					...(target.startsWith('<') ? {} : { on: target }),
					values: (values.get('Value') ?? 'true').split('|'),
				};
			}),
	});
}

/** Lines by section, without comments and empty ones; '' for those before any. */
function sectionsOf(source: string): ReadonlyMap<string, readonly string[]> {
	const sections = new Map<string, string[]>([['', []]]);
	let current = '';
	for (const whole of source.slice(0, 1_000_000).split(/\r?\n/)) {
		const line = whole.trim();
		const section = /^\[(\w+)\]$/.exec(line)?.[1];
		if (section !== undefined) {
			current = section;
			sections.set(current, sections.get(current) ?? []);
		} else if (line !== '' && !line.startsWith('#')) {
			sections.get(current)?.push(line);
		}
	}
	return sections;
}

/** `name<blank>Key:value, Key:value`. Macros (`<NAME>=…`) and names in angle brackets or behind `!` are no types. */
function argumentsOf(
	lines: readonly string[],
): readonly { readonly name: string; readonly values: ReadonlyMap<string, string> }[] {
	return lines.flatMap(line => {
		const cut = line.search(/\s/);
		const name = cut < 0 ? line : line.slice(0, cut);
		if (/^[<!-]/.test(name)) return [];
		const pairs =
			cut < 0
				? []
				: line
						.slice(cut)
						.split(',')
						.map(pair => pair.trim().split(':', 2));
		return [{ name, values: new Map(pairs.map(([key = '', value = '']) => [key, value])) }];
	});
}
