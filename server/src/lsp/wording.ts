import { type Language, say } from '../core/messages/say.ts';
import type { StatementType } from '../core/model.ts';
import type { SchemeItem } from '../protocol/types.ts';

/** An entity label's name in the user's language; the label itself where the scheme does not have it. */
export function labelName(scheme: SchemeItem, label: string): string {
	return scheme.entities.find(item => item.label === label)?.name ?? label;
}

/** A statement type in the user's language, so that it stands without the word "statement" beside it; schemes name it for lists. */
export function typeName(language: Language, type: StatementType): string {
	return say(language, typeCodes[type]);
}

const typeCodes: Readonly<Record<StatementType, string>> = {
	direct: 'statement-direct',
	indirect: 'statement-indirect',
	mixed: 'statement-mixed',
	reported: 'statement-reported',
};

/** A text on one line, cut to so many code units and marked with an ellipsis where it was longer; for titles and lists. */
export function shortened(text: string, most: number): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > most ? `${line.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
