import type { Layer } from '../core/corpus/paths.ts';
import type { IsnadClientAbilities, IsnadOptions } from '../protocol/options.ts';

/** The options in force, every one decided. */
export interface Settings {
	readonly language: 'en' | 'ar';
	readonly suggestions: 'on' | 'afterFirstPass' | 'off';
	/** Absent when no name is set, or the name cannot be a folder's. */
	readonly annotator?: string;
	readonly hideOtherAnnotators: boolean;
	/** Where decisions go. */
	readonly layer: Layer;
	/** Path of a model file from the corpus' folder; '' for the shipped model alone. */
	readonly model: string;
}

/** Reads options from any JSON; what is missing or of the wrong type takes its default. */
export function readSettings(json: unknown): Settings {
	const options: Partial<Record<keyof IsnadOptions, unknown>> = typeof json === 'object' && json !== null ? json : {};
	const { annotator: given, suggestions } = options;
	const name = typeof given === 'string' && isFolderName(given.trim()) ? given.trim() : undefined;
	return {
		language: options.uiLanguage === 'ar' ? 'ar' : 'en',
		suggestions: suggestions === 'off' || suggestions === 'afterFirstPass' ? suggestions : 'on',
		...(name === undefined ? {} : { annotator: name }),
		hideOtherAnnotators: options.hideOtherAnnotators === true,
		layer: options.adjudicating === true ? 'gold' : name === undefined ? 'common' : { annotator: name },
		model: typeof options.model === 'string' ? options.model.trim() : '',
	};
}

export function readAbilities(json: unknown): Required<IsnadClientAbilities> {
	const given: Partial<Record<keyof IsnadClientAbilities, unknown>> =
		typeof json === 'object' && json !== null ? json : {};
	return {
		annotations: given.annotations === true,
		commandLinks: given.commandLinks === true,
		files: given.files === true,
	};
}

/** A single path component on every system: no separators, no dots at the front, nothing that Windows reserves, no other layer's name. */
function isFolderName(name: string): boolean {
	return (
		name !== '' &&
		name !== 'gold' &&
		name !== 'common' &&
		name.length <= 64 &&
		!/^[.\s]|[/\\:*?"<>|\p{Cc}]|[.\s]$/u.test(name)
	);
}
