import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Problem } from '../model.ts';
import type { Span } from '../span.ts';
import { maxDepth } from './lineReader.ts';
import type { MapEntry, YamlNode } from './yamlNode.ts';

export interface YamlReading {
	readonly node: YamlNode | undefined;
	/** At most one; `yaml-syntax` makes the whole file read-only. */
	readonly problem?: Problem;
}

/** Reads any YAML through the `yaml` library, with strict limits: no aliases, no tags, no deep nesting. Never throws. */
export function readYaml(text: string, within: Span): YamlReading {
	const source = text.slice(within.start, within.end);
	const deep = tooDeep(source);
	if (deep !== undefined) {
		return refused('yaml-too-deep', { start: within.start + deep, end: within.start + deep + 1 });
	}
	try {
		return parsed(source, within.start);
	} catch {
		return refused('yaml-syntax', within);
	}
}

function parsed(source: string, offset: number): YamlReading {
	// Pretty errors look for line ends from the beginning for each of them: quadratic.
	const document = parseDocument(source, {
		schema: 'failsafe',
		uniqueKeys: false,
		logLevel: 'error',
		prettyErrors: false,
	});
	const error = document.errors[0];
	if (error !== undefined) {
		return refused('yaml-syntax', {
			start: offset + error.pos[0],
			end: offset + Math.max(error.pos[0] + 1, error.pos[1]),
		});
	}
	let forbidden: Span | undefined;
	visit(document, {
		Alias: (_key, node) => {
			forbidden = spanOf(node.range, offset);
			return visit.BREAK;
		},
		Node: (_key, node) => {
			if (node.anchor !== undefined || (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))) {
				forbidden = spanOf(node.range, offset);
				return visit.BREAK;
			}
			return undefined;
		},
	});
	if (forbidden !== undefined) {
		return refused('yaml-alias', { ...forbidden, end: Math.max(forbidden.start + 1, forbidden.end) });
	}
	return { node: convert(document.contents, offset, 0) };
}

function refused(code: string, span: Span): YamlReading {
	return { node: undefined, problem: { code, severity: 'error', span } };
}

function spanOf(range: readonly [number, number, number] | null | undefined, offset: number): Span {
	const [start = 0, end = 0] = range ?? [];
	return { start: offset + start, end: offset + end };
}

function convert(node: unknown, offset: number, depth: number): YamlNode | undefined {
	if (depth > maxDepth) {
		return undefined;
	}
	if (isMap(node)) {
		const entries: MapEntry[] = [];
		for (const pair of node.items) {
			const key = convert(pair.key, offset, depth + 1);
			const at = key ?? spanOf(node.range, offset);
			const value =
				pair.value === null || pair.value === undefined ? empty(at.end) : convert(pair.value, offset, depth + 1);
			if (value === undefined) {
				return undefined;
			}
			entries.push({ key: key?.kind === 'scalar' ? key.value : '', at: { start: at.start, end: at.end }, value });
		}
		return { kind: 'map', entries, ...spanOf(node.range, offset) };
	}
	if (isSeq(node)) {
		const items: YamlNode[] = [];
		for (const item of node.items) {
			const converted = convert(item, offset, depth + 1);
			if (converted === undefined) {
				return undefined;
			}
			items.push(converted);
		}
		return { kind: 'seq', items, ...spanOf(node.range, offset) };
	}
	if (isScalar(node)) {
		const value = node.source ?? (typeof node.value === 'string' ? node.value : '');
		return { kind: 'scalar', value, plain: node.type === 'PLAIN', ...spanOf(node.range, offset) };
	}
	return node === null || node === undefined ? empty(offset) : undefined;
}

function empty(at: number): YamlNode {
	return { kind: 'scalar', value: '', plain: true, start: at, end: at };
}

/** Where the nesting, counted roughly and before any parsing, passes the limit. */
function tooDeep(source: string): number | undefined {
	let flow = 0;
	let dashes = 0;
	for (let i = 0; i < source.length; i++) {
		const char = source.charAt(i);
		if (char === '[' || char === '{') {
			flow += 1;
		} else if (char === ']' || char === '}') {
			flow = Math.max(0, flow - 1);
		} else if (char === '\n') {
			dashes = 0;
		} else if (
			(char === '-' || char === '?' || char === ':') &&
			(source.charAt(i + 1) === ' ' || source.charAt(i + 1) === '\t')
		) {
			dashes += 1;
		}
		if (flow > maxDepth || dashes > 2 * maxDepth) {
			return i;
		}
	}
	return undefined;
}
