import particles from '../lexicon/statements/particles.yaml';
import { type Attribution, attributionAt } from './attributions.ts';
import { type Breaks, breaksOf } from './borders.ts';
import { type Content, clauseContent, quotedContent, unmarkedContent } from './contents.ts';
import type { Draft } from './draft.ts';
import { type Frame, type Frames, framesOf, type Host } from './frames.ts';
import { hostStatement, opensClause } from './hostClause.ts';
import { invertedDraft } from './inverted.ts';
import { keysOf } from './lexicon/wordLists.ts';
import { quotationOpenedAt, type Reading, spanOf, type Unit } from './reading.ts';
import { resumption } from './resumption.ts';
import { speechEnd } from './speechEnd.ts';
import { isMedium } from './throughMedia.ts';

export interface UnitDrafts {
	readonly drafts: readonly Draft[];
	/** Verbs without words of their own. */
	readonly hosts: readonly Host[];
}

/**
 * The statements of one unit, speakers unresolved, in the order of their attributions. `next` is the first token of the next paragraph,
 * `following` the units behind this one. */
export function draftsOf(
	reading: Reading,
	unit: Unit,
	index: number,
	next: number,
	following: readonly Unit[],
): UnitDrafts {
	const attributions = attributionsOf(reading, unit);
	const { frames, hosts } = framesOf(reading, unit, attributions);
	if (frames.length === 0 && hosts.length === 0 && attributions.length === 0) {
		return { drafts: [], hosts: [] };
	}
	const breaks = breaksOf(reading, unit, { frames, hosts }, attributions);
	const drafts: Draft[] = [];
	for (const frame of frames) {
		const draft = frameDraft(reading, unit, index, frame, breaks, { frames, hosts }, next, following);
		if (draft !== undefined) {
			drafts.push(resumed(reading, unit, breaks, attributions, draft));
		}
	}
	for (const host of hosts) {
		const draft = invertedDraft(reading, unit, index, host, drafts);
		if (draft !== undefined) {
			drafts.push(draft);
		}
	}
	for (const attribution of attributions) {
		const quoting = quotingDraft(reading, attribution, drafts, frames);
		if (quoting >= 0) {
			const medium = drafts[quoting];
			if (medium?.source !== undefined && attribution.source !== undefined) {
				drafts[quoting] = { ...medium, source: attribution.source, via: [medium.source, ...attribution.via] };
			}
			continue;
		}
		const draft = attributionDraft(reading, unit, index, attribution, breaks, drafts, frames);
		if (draft !== undefined) {
			drafts.push(draft);
		}
	}
	return { drafts: drafts.sort((a, b) => a.at - b.at), hosts };
}

/** With the rest of its clause behind an attribution that interrupts it: إن السكان، وفق المسح، |بلغوا مليونا. */
function resumed(
	reading: Reading,
	unit: Unit,
	breaks: Breaks,
	attributions: readonly Attribution[],
	draft: Draft,
): Draft {
	const between = attributions.find(({ first }) => first >= draft.last && first - draft.last <= 1);
	const inside = draft.type === 'indirect' || draft.type === 'mixed';
	const rest = between !== undefined && inside ? resumption(reading, unit, breaks, between) : undefined;
	return rest === undefined
		? draft
		: { ...draft, content: [...draft.content, spanOf(reading.tokens, rest.first, rest.last)], last: rest.last };
}

function attributionsOf(reading: Reading, unit: Unit): Attribution[] {
	const found: Attribution[] = [];
	for (let at = unit.first; at < unit.last; at++) {
		const attribution = attributionAt(reading, unit, at);
		if (attribution !== undefined) {
			found.push(attribution);
			at = attribution.last - 1;
		}
	}
	return found;
}

function frameDraft(
	reading: Reading,
	unit: Unit,
	index: number,
	frame: Frame,
	breaks: Breaks,
	all: Frames,
	next: number,
	following: readonly Unit[],
): Draft | undefined {
	const found = frameContent(reading, unit, frame, breaks, next, following);
	if (found === undefined) {
		return undefined;
	}
	const { form } = frame;
	const host = frame.source === undefined ? hostOf(reading, all.hosts, frame, all.frames) : undefined;
	const saying = form.tense === 'masdar' || (form.cue.lemma === 'قال' && form.tense === 'participle');
	const source = frame.source ?? (saying ? host?.source : undefined);
	return {
		type: found.content.type,
		content: found.content.parts,
		first: found.content.first,
		last: found.content.last,
		at: frame.at,
		unit: index,
		paragraph: unit.paragraph,
		found: found.by,
		cue: frame.cue,
		lemma: form.cue.lemma,
		stance: form.cue.stance,
		tense: form.tense,
		agreement: form.agreement,
		...(source === undefined ? {} : { source }),
		...(frame.via === undefined ? {} : { via: frame.via }),
		...(frame.addressee === undefined ? {} : { addressee: frame.addressee }),
		...(source !== undefined || host?.source === undefined ? {} : { host: host.source }),
		...(found.content.unmarked === true ? { unmarked: true } : {}),
	};
}

interface Found {
	readonly content: Content;
	readonly by: Draft['found'];
}

function frameContent(
	reading: Reading,
	unit: Unit,
	frame: Frame,
	breaks: Breaks,
	next: number,
	following: readonly Unit[],
): Found | undefined {
	const { marker, object } = frame;
	if (marker?.quotation !== undefined && marker.kind !== 'that') {
		const { quotation } = marker;
		const goesOn =
			quotation.last - quotation.first <= (marker.kind === 'mark' ? 8 : 3) && quotation.close !== undefined;
		const content = goesOn
			? clauseContent(reading, unit, breaks, quotation.open ?? quotation.first, 0, 'indirect')
			: quotedContent(reading, unit, breaks, marker.quotation);
		return content && { content, by: marker.kind };
	}
	if (marker?.kind === 'colon') {
		const content = colonContent(reading, unit, breaks, marker.first, next, following);
		return content && { content, by: content.type === 'direct' ? 'colonMark' : 'colon' };
	}
	if (marker !== undefined) {
		const content = clauseContent(reading, unit, breaks, marker.first, 0, 'indirect');
		return content && { content, by: 'that' };
	}
	if (object?.quotation !== undefined && frame.form.cue.naming) {
		return { content: quotedContent(reading, unit, breaks, object.quotation), by: 'object' };
	}
	if (object !== undefined) {
		const content = clauseContent(reading, unit, breaks, object.first, object.skip, 'reported');
		return content && { content, by: 'object' };
	}
	return undefined;
}

/** A colon at the end of its paragraph speaks for the quotation that the next paragraph opens with. */
function colonContent(
	reading: Reading,
	unit: Unit,
	breaks: Breaks,
	first: number,
	next: number,
	following: readonly Unit[],
): Content | undefined {
	const opened = first >= unit.last ? quotationOpenedAt(reading, next) : undefined;
	if (opened !== undefined) {
		return quotedContent(reading, { ...unit, first: next, last: opened.last + 1 }, [], opened);
	}
	const others = breaks.filter(at => at > first && !givesReason(reading, at));
	const last = others.length > 0 ? unit.last : speechEnd(reading, unit, following);
	return unmarkedContent(reading, { ...unit, last }, others, first);
}

/** Behind a colon وذلك لأن، وذلك بفضل are the speaker's own; وذلك خلال مؤتمر is not. */
function givesReason(reading: Reading, at: number): boolean {
	const { tokens } = reading;
	return tokens[at + 1]?.key === 'وذلك' && /^[لب]/.test(tokens[at + 2]?.key ?? '');
}

/** A main verb that is no homograph out of place. */
function isActing(host: Host): boolean {
	const { needs } = host.form.cue;
	return (
		host.form.tense !== 'masdar' && !host.form.suffixed && !host.form.cue.relays && (needs.size === 0 || host.initial)
	);
}

/** The verb before a participle that has no words of its own. */
function hostOf(reading: Reading, hosts: readonly Host[], frame: Frame, frames: readonly Frame[]): Host | undefined {
	const around = reading.quotationOf[frame.at];
	const before = hosts.findLast(
		host =>
			host.at < frame.at && host.source !== undefined && isActing(host) && reading.quotationOf[host.at] === around,
	);
	if (before !== undefined && isInWords(reading, frames, before)) {
		return undefined;
	}
	const between = before === undefined ? undefined : frames.find(other => other.at > before.at && other.at < frame.at);
	return between === undefined ? before : undefined;
}

/** A verb inside what another cue reports, or in a relative clause, is nobody's act of speaking. */
function isInWords(reading: Reading, frames: readonly Frame[], host: Host): boolean {
	const relative = host.form.clitic === 0 && relatives.has(reading.tokens[host.at - 1]?.key ?? '');
	return (
		relative ||
		(host.form.clitic === 0 &&
			frames.some(({ at, marker }) => at < host.at && marker?.kind === 'that' && marker.at < host.at))
	);
}

const relatives = keysOf(particles, 'relatives');

function attributionDraft(
	reading: Reading,
	unit: Unit,
	index: number,
	attribution: Attribution,
	breaks: Breaks,
	drafts: readonly Draft[],
	frames: readonly Frame[],
): Draft | undefined {
	const base = {
		at: attribution.first,
		unit: index,
		paragraph: unit.paragraph,
		found: 'attribution',
		cue: attribution.cue,
		lemma: attribution.lemma,
		stance: 'neutral',
		tense: 'perfect',
		...(attribution.agreement === undefined ? {} : { agreement: attribution.agreement }),
		...(attribution.source === undefined ? {} : { source: attribution.source }),
		...(attribution.via.length === 0 ? {} : { via: attribution.via }),
	} as const;
	const target = relayed(reading, attribution, drafts, frames);
	if (target !== undefined && attribution.source === undefined) {
		// «…» على حد قوله: the same speaker once more.
		return undefined;
	}
	if (target !== undefined) {
		const { type, content, first, last } = target;
		return { ...base, type, content, first, last, relays: target.at };
	}
	const content = hostStatement(reading, unit, attribution, breaks, drafts);
	return content && { ...base, type: content.type, content: content.parts, first: content.first, last: content.last };
}

/** أفادت صحيفة، نقلا عن مصدر، بأن: one statement, of the source, by way of the medium. Index of the medium's draft, -1 for none. */
function quotingDraft(
	reading: Reading,
	attribution: Attribution,
	drafts: readonly Draft[],
	frames: readonly Frame[],
): number {
	if (!attribution.relays || attribution.source === undefined) {
		return -1;
	}
	const medium = frames.find(
		frame =>
			frame.at < attribution.first &&
			attribution.first < (frame.marker?.at ?? 0) &&
			frame.source !== undefined &&
			isMedium(reading, frame.source) &&
			frame.source.last <= attribution.first,
	);
	return medium === undefined ? -1 : drafts.findIndex(draft => draft.at === medium.at);
}

/** The statement that an attribution adds a second source to: it ends at the attribution, or holds it between cue and words. */
function relayed(
	reading: Reading,
	attribution: Attribution,
	drafts: readonly Draft[],
	frames: readonly Frame[],
): Draft | undefined {
	const ending = opensClause(reading, attribution)
		? undefined
		: drafts.findLast(draft => draft.relays === undefined && endsBefore(reading, draft, attribution.first));
	if (ending !== undefined) {
		return ending;
	}
	const around = frames.find(
		frame => frame.at < attribution.first && attribution.first < (frame.marker?.at ?? frame.object?.at ?? 0),
	);
	return around === undefined ? undefined : drafts.find(draft => draft.at === around.at);
}

/** Whether a draft, or the part of it before an interruption, ends at a token. */
function endsBefore(reading: Reading, draft: Draft, at: number): boolean {
	const interrupted = draft.content.length > 1 && draft.first < at && at < draft.last;
	const end = draft.content[0]?.end ?? 0;
	const start = reading.tokens[at - 1];
	return interrupted
		? start !== undefined && (start.end === end || (reading.tokens[at - 2]?.end ?? 0) === end)
		: draft.last <= at && at - draft.last <= 3;
}
