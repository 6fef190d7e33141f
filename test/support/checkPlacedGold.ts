import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Place {
	readonly text: string;
	readonly n: number;
}

interface Statement {
	readonly type: string;
	readonly content: readonly Place[];
	readonly fragments?: readonly Place[];
	readonly cue: Place | null;
	readonly speaker: Place | null;
	readonly speakerEntity: string;
	readonly nestedIn?: number;
}

interface Gold {
	readonly text: string;
	readonly entities: readonly (Place & { readonly label: string; readonly entity?: string })[];
	readonly statements: readonly Statement[];
}

/**
 * Fails where gold as YAML (`golds/X.yaml`) says what does not stand in its article (`texts/X.txt`), and where its parts do not fit
 * one another. `name` is `X.txt`.
 */
export function checkPlacedGold(texts: string, golds: string, name: string): void {
	const bytes = readFileSync(path.join(texts, name));
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	assert.match(text, /^[^\r\uFEFF]*[^\r\n]\n$/, `${name}: UTF-8 without BOM, LF, one final newline`);

	const gold = parse(readFileSync(path.join(golds, name.replace(/\.txt$/, '.yaml')), 'utf8')) as Gold;
	assert.equal(gold.text, name);
	for (const place of placesIn(gold)) assert.notEqual(startOf(text, place), -1, `${name}: «${place.text}» ${place.n}`);

	let end = 0;
	for (const entity of gold.entities) {
		const start = startOf(text, entity);
		assert.ok(start >= end, `${name}: ${entity.text} ${entity.n} out of order or overlapping`);
		end = start + entity.text.length;
	}
	for (const [index, statement] of gold.statements.entries()) {
		const where = `${name}: statement ${index}`;
		assert.equal(
			statement.type === 'mixed',
			statement.fragments !== undefined,
			`${where}: mixed and only mixed has fragments`,
		);
		assert.ok(statement.speakerEntity !== '', where);
		const outer = statement.nestedIn === undefined ? undefined : gold.statements[statement.nestedIn];
		const around = statement.nestedIn === undefined ? statement : outer;
		const inner = [...(statement.fragments ?? []), ...(outer === undefined ? [] : statement.content)];
		for (const part of inner)
			assert.ok(isInside(text, part, around?.content ?? []), `${where}: «${part.text}» outside`);
	}
}

function* placesIn(value: unknown): Generator<Place> {
	if (typeof value !== 'object' || value === null) return;
	if ('n' in value) yield value as unknown as Place;
	for (const child of Object.values(value)) yield* placesIn(child);
}

/** Where the n-th occurrence begins, or -1. */
function startOf(text: string, { text: words, n }: Place): number {
	let at = -1;
	for (let count = 0; count < n; count++) {
		at = text.indexOf(words, at + 1);
		if (at < 0) return -1;
	}
	return at;
}

function isInside(text: string, part: Place, around: readonly Place[]): boolean {
	const start = startOf(text, part);
	return around.some(outer => {
		const outerStart = startOf(text, outer);
		return outerStart <= start && start + part.text.length <= outerStart + outer.text.length;
	});
}
