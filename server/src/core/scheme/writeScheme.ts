import { scalar } from '../sidecar/scalar.ts';
import type { Bilingual, Scheme, SchemeLabel, SchemeValues } from './scheme.ts';

/** A scheme as the source of `annotations/scheme.yaml`; `readScheme` reads the same back. */
export function writeScheme(scheme: Scheme): string {
	const { statements } = scheme;
	return [
		'isnad: 1',
		`name: ${scalar(scheme.name)}`,
		`title: ${bilingual(scheme.title)}`,
		...list('entities', scheme.entities, label => labelLines('label', label)),
		...(statements === undefined
			? []
			: [
					'statements:',
					`  name: ${bilingual(statements.name)}`,
					`  color: ${scalar(statements.color)}`,
					...(statements.key === undefined ? [] : [`  key: ${scalar(statements.key)}`]),
					...list('types', statements.types, label => labelLines('type', label)).map(line => `  ${line}`),
				]),
		...list('attributes', scheme.attributes, valuesLines),
		...list('relations', scheme.relations, ({ type, name, from, to }) => [
			`type: ${scalar(type)}`,
			`name: ${bilingual(name)}`,
			`from: [${from.map(scalar).join(', ')}]`,
			`to: [${to.map(scalar).join(', ')}]`,
		]),
		...list('documentLabels', scheme.documentLabels, valuesLines),
		'',
	].join('\n');
}

function labelLines(key: 'label' | 'type', label: SchemeLabel): readonly string[] {
	return [
		`${key}: ${scalar(label.label)}`,
		`name: ${bilingual(label.name)}`,
		...(label.description === undefined ? [] : [`description: ${bilingual(label.description)}`]),
		`color: ${scalar(label.color)}`,
		...(label.key === undefined ? [] : [`key: ${scalar(label.key)}`]),
	];
}

function valuesLines({ name, title, on, values }: SchemeValues): readonly string[] {
	return [
		`name: ${scalar(name)}`,
		`title: ${bilingual(title)}`,
		...(on === undefined ? [] : [`on: ${scalar(on)}`]),
		...list('values', values, value => [`value: ${scalar(value.value)}`, `name: ${bilingual(value.name)}`]),
	];
}

function list<T>(key: string, items: readonly T[], lines: (item: T) => readonly string[]): readonly string[] {
	return items.length === 0
		? []
		: [
				`${key}:`,
				...items.flatMap(item => lines(item).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`)),
			];
}

function bilingual({ en, ar }: Bilingual): string {
	return `{ en: ${inFlow(en)}, ar: ${inFlow(ar)} }`;
}

/** Within braces a plain scalar may hold no comma or bracket. */
function inFlow(text: string): string {
	return /[,[\]{}]/.test(text) ? JSON.stringify(text) : scalar(text);
}
