/**
 * Feature: Symbols of the workspace.
 *
 * The entries of the entity register, found by key, name or alias, each at its place in the register's file.
 */
import { type RegisterEntry, readRegister } from '../corpus/register.ts';
import { splitRecords } from '../sidecar/recordFile.ts';
import type { Span } from '../span.ts';
import { matchKey } from '../text/key.ts';

export interface RegisterSymbol {
	readonly entry: RegisterEntry;
	/** The entry's lines; the beginning of the file where they cannot be told. */
	readonly span: Span;
}

/** Entries of which a spelling or the key holds the query; all for an empty one. In the register's order. */
export function registerSymbols(source: string, query: string): readonly RegisterSymbol[] {
	const wanted = matchKey(query).trim();
	const places = placesOf(source);
	return readRegister(source).value.flatMap(entry => {
		const spellings = [entry.key, entry.name, ...entry.aliases].map(matchKey);
		const span = places.get(entry.key) ?? { start: 0, end: 0 };
		return spellings.some(spelling => spelling.includes(wanted)) ? [{ entry, span }] : [];
	});
}

function placesOf(source: string): ReadonlyMap<string, Span> {
	const places = new Map<string, Span>();
	for (const span of splitRecords(source, 'entities').blocks) {
		const [entry] = readRegister(`entities:\n${source.slice(span.start, span.end)}`).value;
		if (entry !== undefined) places.set(entry.key, span);
	}
	return places;
}
