import type { App } from '../app.ts';

/** One command of the palette, of a menu or of a key. */
export interface Command {
	readonly id: `isnad.editor.${string}`;
	run(app: App, given: Given): Promise<unknown>;
}

/** What a hover's link, the tree or a binding may give along; whatever is missing the command finds out by itself. */
export interface Given {
	readonly uri?: string;
	readonly id?: string;
	readonly label?: string;
	readonly type?: string;
	readonly key?: string;
	readonly part?: string;
}

/** Reads the first argument of a command. Menus give a uri object, links and the tree plain strings, others nothing. */
export function givenFrom(argument: unknown): Given {
	if (typeof argument !== 'object' || argument === null) return {};
	const fields = argument as Readonly<Record<string, unknown>>;
	return Object.fromEntries(
		(['uri', 'id', 'label', 'type', 'key', 'part'] as const).flatMap(name =>
			typeof fields[name] === 'string' ? [[name, fields[name]]] : [],
		),
	);
}
