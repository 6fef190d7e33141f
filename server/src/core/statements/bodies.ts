import table from '../lexicon/statements/sources.yaml';
import { partitionPoint } from '../sorted.ts';
import { matchKey } from '../text/key.ts';
import { isRow, under, wordsOf } from './lexicon/readTable.ts';
import { keysOf, sourceHeads } from './lexicon/wordLists.ts';
import type { Reading } from './reading.ts';

/** Finds which body a bare الشركة or المنظمة means. */
export interface Bodies {
	/**
	 * Index of the entity that a bare noun (its stem) points back to from a token: the only body of its kind that was named before. Undefined
	 * where none was, or where several were, since nothing then tells which.
	 */
	meant(stem: string, before: number): number | undefined;
}

/** Collects the bodies of a text by the nouns that they are named with, once. */
export function bodiesOf(reading: Reading): Bodies {
	const kinds = new Map<string, Naming[]>();
	const bare: Naming[] = [];
	for (let at = 0; at < reading.tokens.length; at++) {
		const index = reading.entityOf[at] ?? -1;
		const entity = reading.entities[index];
		if (entity?.label !== 'ORG' || reading.entityOf[at - 1] === index) {
			continue;
		}
		const naming = { at, index, name: entity.name };
		const nouns = nounsOf(reading, at, index);
		for (const noun of nouns) {
			const list = kinds.get(noun) ?? [];
			list.push(naming);
			kinds.set(noun, list);
		}
		if (nouns.length === 0) {
			bare.push(naming);
		}
	}
	return {
		meant: (stem, before) => {
			const named = (nounsFor.get(stem) ?? [stem]).flatMap(noun => latestOfEach(kinds.get(noun) ?? [], before));
			const others = named.length === 0 && openNouns.has(stem) ? latestOfEach(bare, before) : [];
			const found = named.length > 0 ? named : others;
			return new Set(found.map(({ name }) => name)).size === 1 ? found[0]?.index : undefined;
		},
	};
}

interface Naming {
	readonly at: number;
	readonly index: number;
	readonly name: string;
}

/** How many namings before a token are looked at. */
const memory = 60;

/** The latest naming of each body before a token. */
function latestOfEach(list: readonly Naming[], before: number): readonly Naming[] {
	const end = partitionPoint(list.length, at => (list[at]?.at ?? 0) < before);
	return [...new Map(list.slice(Math.max(0, end - memory), end).map(naming => [naming.name, naming])).values()];
}

/** The noun that a body's name begins with, and the one before the name: وزارة المياه، شركة «الشروق». */
function nounsOf(reading: Reading, at: number, index: number): readonly string[] {
	const { tokens } = reading;
	const token = tokens[at];
	const clitics = (reading.entities[index]?.span.start ?? 0) - (token?.start ?? 0);
	const before = tokens[at - 1]?.kind === 'mark' ? at - 2 : at - 1;
	return [
		nounAt(token?.key.slice(Math.max(0, clitics)) ?? ''),
		nounAt(withoutConjunction(tokens[before]?.key ?? '')),
	].filter(noun => noun !== undefined);
}

function nounAt(key: string): string | undefined {
	const head = sourceHeads.get(key);
	return head !== undefined && (head.kind === 'body' || head.kind === 'outlet') ? head.stem : undefined;
}

/** لشركة، وشركة: the noun behind one letter. */
function withoutConjunction(key: string): string {
	return sourceHeads.has(key) || !/^[وفلبك]/.test(key) ? key : key.slice(1);
}

/** Nouns that a body may be named with, by the noun that points back to it. */
const nounsFor: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries(rowsOf(under(table, 'bareBodies', 'nouns'))).map(([noun, words]) => [
		matchKey(noun),
		wordsOf(words).map(matchKey),
	]),
);

/** These may point back to a name that no noun stands with: الشركة for the only firm. */
const openNouns = keysOf(table, 'bareBodies', 'open');

function rowsOf(value: unknown): Readonly<Record<string, unknown>> {
	return isRow(value) ? value : {};
}
