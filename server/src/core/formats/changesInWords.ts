import { readRegister } from '../corpus/register.ts';
import { type Language, say } from '../messages/say.ts';
import type { Anchor } from '../model.ts';
import { sameData } from '../sidecar/sameData.ts';
import { type FieldChange, type RecordDifference, sidecarChanges } from '../sidecar/sidecarChanges.ts';
import type { StoredRecord } from '../sidecar/stored.ts';

/** What changed between two versions of a sidecar, '' where there is none, a line each: + new, - gone, ~ changed. Without controls. */
export function sidecarChangesInWords(oldSource: string, newSource: string, language: Language): readonly string[] {
	const { header, records, unreadable } = sidecarChanges(oldSource, newSource);
	const lines = [
		...(unreadable === undefined
			? []
			: [`! ${say(language, unreadable === 'old' ? 'diff-unreadable-old' : 'diff-unreadable-new')}`]),
		...header.map(change => `~ ${fieldInWords(change, language)}`),
		...records.map(difference => differenceInWords(difference, language)),
	];
	return (lines.length === 0 ? [say(language, 'diff-none')] : lines).map(plain);
}

/** The same for two versions of an entity register. */
export function registerChangesInWords(oldSource: string, newSource: string, language: Language): readonly string[] {
	const [old, now] = [oldSource, newSource].map(
		source => new Map(readRegister(source).value.map(entry => [entry.key, entry])),
	);
	const lines: string[] = [];
	for (const key of new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])) {
		const [before, after] = [old?.get(key), now?.get(key)];
		const shown = after ?? before;
		if (shown === undefined || sameData(before, after)) {
			continue;
		}
		const title = say(language, 'diff-register-entry', { key, name: shown.name });
		const fields =
			before === undefined || after === undefined
				? []
				: (['label', 'name', 'aliases', 'wikidata', 'note'] as const).flatMap(field => {
						const [was, is] = [before[field], after[field]].map(value =>
							Array.isArray(value) ? value.join(', ') : value,
						);
						return was === is ? [] : [fieldInWords(change(field, was, is), language)];
					});
		lines.push(line(before !== undefined, after !== undefined, title, fields, language));
	}
	return (lines.length === 0 ? [say(language, 'diff-none')] : lines).map(plain);
}

function change(field: string, before: unknown, after: unknown): FieldChange {
	return {
		field,
		...(typeof before === 'string' && before !== '' ? { before } : {}),
		...(typeof after === 'string' && after !== '' ? { after } : {}),
	};
}

function differenceInWords({ before, after, fields }: RecordDifference, language: Language): string {
	const record = before ?? after;
	if (record === undefined) {
		return '';
	}
	const said = fields.map(field => fieldInWords(field, language));
	const changes = before !== undefined && after !== undefined && said.length === 0 ? ['diff-placed-anew'] : [];
	const all = [...said, ...changes.map(code => say(language, code))];
	return line(before !== undefined, after !== undefined, recordInWords(after ?? record, language), all, language);
}

function line(was: boolean, is: boolean, title: string, changes: readonly string[], language: Language): string {
	const sign = was && is ? '~' : is ? '+' : '-';
	const colon = changes.length === 0 ? '' : ': ';
	return `${sign} ${title}${colon}${changes.join(language === 'ar' ? '؛ ' : '; ')}`;
}

const stateNames = { confirmed: 'state-confirmed', rejected: 'state-rejected', orphan: 'state-orphan' } as const;

const typeNames: Readonly<Record<string, string>> = {
	direct: 'statement-direct',
	indirect: 'statement-indirect',
	mixed: 'statement-mixed',
	reported: 'statement-reported',
};

function recordInWords(record: StoredRecord, language: Language): string {
	const separator = say(language, 'list-separator');
	const state = record.state === 'confirmed' ? '' : separator + say(language, stateNames[record.state]);
	switch (record.kind) {
		case 'entity':
			return say(language, 'diff-entity', { label: record.label, text: shortened([record.at]) }) + state;
		case 'statement': {
			const speaker = record.speakerName ?? record.speaker?.exact ?? record.speakerEntity ?? '—';
			const type = say(language, typeNames[record.type] ?? record.type);
			return say(language, 'diff-statement', { type, text: shortened(record.content), speaker }) + state;
		}
		case 'relation': {
			const { type, source, target } = record;
			return say(language, 'diff-relation', { type, source, target }) + state;
		}
		case 'region':
			return say(language, 'diff-region', { label: record.region, text: shortened([record.at]) }) + state;
	}
}

/** Of a field under another name than its own in the file, its words; others go by their key. */
const fieldNames: Readonly<Record<string, string>> = {
	state: 'field-state',
	label: 'field-label',
	type: 'field-type',
	words: 'field-words',
	place: 'field-place',
	form: 'field-form',
	value: 'field-value',
	entity: 'field-entity',
	cue: 'field-cue',
	speaker: 'field-speaker',
	speakerEntity: 'field-speaker-entity',
	via: 'field-via',
	addressee: 'field-addressee',
	moved: 'field-moved',
	flag: 'field-flag',
	comment: 'field-comment',
	note: 'field-comment',
	alternatives: 'field-alternatives',
	'status.entities': 'field-status-entities',
	'status.statements': 'field-status-statements',
	name: 'field-name',
	aliases: 'field-aliases',
};

function fieldInWords({ field, before, after }: FieldChange, language: Language): string {
	const code = Object.hasOwn(fieldNames, field) ? fieldNames[field] : undefined;
	const name = code === undefined ? field : say(language, code);
	const [was, now] = [before, after].map(value =>
		value === undefined ? undefined : valueInWords(field, value, language),
	);
	if (was === undefined) {
		return say(language, 'diff-set', { field: name, after: now ?? '' });
	}
	return now === undefined
		? say(language, 'diff-gone', { field: name, before: was })
		: say(language, 'diff-replaced', { field: name, before: was, after: now });
}

function valueInWords(field: string, value: string, language: Language): string {
	if (field === 'state') {
		return say(language, stateNames[value as keyof typeof stateNames] ?? value);
	}
	if (field === 'type' && Object.hasOwn(typeNames, value)) {
		return say(language, typeNames[value] ?? value);
	}
	return clipped(value);
}

function shortened(anchors: readonly Anchor[]): string {
	return clipped(anchors.map(({ exact }) => exact).join(' … '));
}

const longest = 120;

function clipped(text: string): string {
	const points = [...text.slice(0, 4 * longest)];
	return points.length <= longest ? text : `${points.slice(0, longest).join('')}…`;
}

/** On one line, without what a terminal would obey or what turns the order of what follows. */
function plain(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}
