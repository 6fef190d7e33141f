import type { FormatFile, Imports } from '../format.ts';
import { elementsOf, readXml, type XmlElement } from '../xml/readXml.ts';
import { type CasAnnotation, casGraph } from './cas.ts';
import { annotatedText } from './inceptionPaths.ts';

/** Where the type system of a file may be: beside it, or at the top. */
export function typeSystemPaths({ path }: FormatFile): readonly string[] {
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	return [...new Set([`${folder}TypeSystem.xml`, `${folder}typesystem.xml`, 'TypeSystem.xml'])];
}

/**
 * Reads UIMA CAS XMI, the text of its first view. Offsets count UTF-16 units. Which attributes lead to other annotations says the type
 * system; without one only Governor and Dependent do. Never throws.
 */
export function readXmi(file: FormatFile, others: ReadonlyMap<string, string>): Imports {
	const root = readXml(file.text);
	const elements = (root?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string');
	const sofas = elements.filter(({ name }) => name.endsWith(':Sofa'));
	const sofa = sofas.find(({ attributes }) => attributes.get('sofaID') === '_InitialView') ?? sofas[0];
	const text = sofa?.attributes.get('sofaString');
	if (root === undefined || sofa === undefined || text === undefined) {
		return { articles: [], problems: [{ code: 'import-no-cas', severity: 'error' }] };
	}
	const typeSystem = typeSystemPaths(file)
		.map(path => others.get(path))
		.find(source => source !== undefined);
	const leading = new Set(['Governor', 'Dependent', ...(typeSystem === undefined ? [] : referencesOf(typeSystem))]);
	const packages = namespacesOf(root);
	const view = sofa.attributes.get('xmi:id');
	const annotations = elements.flatMap(({ name, attributes }): readonly CasAnnotation[] => {
		const [begin, end] = [attributes.get('begin') ?? '', attributes.get('end') ?? ''];
		if (!/^\d{1,10}$/.test(begin) || !/^\d{1,10}$/.test(end) || attributes.get('sofa') !== view) return [];
		const [prefix = '', short = ''] = name.split(':', 2);
		const told = [...attributes].filter(([key]) => !/^(xmi:id|sofa|begin|end)$/.test(key) && !key.startsWith('xmlns'));
		return [
			{
				id: attributes.get('xmi:id') ?? '',
				type: `${packages.get(prefix) ?? prefix}.${short}`,
				begin: Number(begin),
				end: Number(end),
				features: new Map(told.filter(([key]) => !leading.has(key))),
				references: new Map(told.filter(([key]) => leading.has(key))),
			},
		];
	});
	return { articles: [{ path: annotatedText(file.path), text, graph: casGraph(annotations) }], problems: [] };
}

/** `http:///webanno/custom.ecore` is the package webanno.custom. */
function namespacesOf({ attributes }: XmlElement): ReadonlyMap<string, string> {
	return new Map(
		[...attributes].flatMap(([key, value]) => {
			const found = /^http:\/\/\/(.*)\.ecore$/.exec(value);
			return key.startsWith('xmlns:') && found !== null
				? [[key.slice('xmlns:'.length), (found[1] ?? '').replaceAll('/', '.')]]
				: [];
		}),
	);
}

/** Names of features whose range is no primitive type. */
function referencesOf(typeSystem: string): readonly string[] {
	const root = readXml(typeSystem);
	const features = root === undefined ? [] : [...elementsOf(root)].filter(({ name }) => name === 'featureDescription');
	return features.flatMap(feature => {
		const [name, range] = [childText(feature, 'name'), childText(feature, 'rangeTypeName')];
		return name === '' ||
			range === '' ||
			/^uima\.cas\.(String|Boolean|Byte|Short|Integer|Long|Float|Double)/.test(range)
			? []
			: [name];
	});
}

function childText({ children }: XmlElement, wanted: string): string {
	const child = children.find(candidate => typeof candidate !== 'string' && candidate.name === wanted);
	return typeof child === 'object'
		? child.children
				.filter(part => typeof part === 'string')
				.join('')
				.trim()
		: '';
}
