import particles from '../lexicon/statements/particles.yaml';
import type { Span } from '../span.ts';
import type { Attribution } from './attributions.ts';
import { readBetween } from './between.ts';
import { complementiserAt } from './complementisers.ts';
import { type CueHit, cueSpan, cuesOf } from './cues.ts';
import { isImpersonal } from './impersonal.ts';
import type { CueForm } from './lexicon/cueTable.ts';
import { keysOf } from './lexicon/wordLists.ts';
import { findMarker, isName, type Marker } from './markers.ts';
import { isCarried } from './masdars.ts';
import { isByline, meetsNeeds } from './needs.ts';
import { findObject, type ReportedObject } from './objects.ts';
import { quotationOpenedAt, type Reading, type Unit } from './reading.ts';
import { relayBefore, relayFrame } from './relays.ts';
import { readSource, type SourcePhrase } from './sourcePhrase.ts';
import { subjectBefore } from './subjectBefore.ts';
import { isAdverb, isAttachedPreposition, isNamed, isPreposition } from './words.ts';

/** A cue with what it governs: its words, its source, whom it speaks to. */
export interface Frame {
	readonly form: CueForm;
	/** Token of the cue. */
	readonly at: number;
	readonly cue: Span;
	/** Whether the cue begins a clause. */
	readonly initial: boolean;
	readonly marker?: Marker;
	readonly object?: ReportedObject;
	readonly source?: SourcePhrase;
	readonly addressee?: Span;
	/** Who passes the words on, the outermost first: نقلت وكالة عن صحيفة عن. */
	readonly via?: readonly SourcePhrase[];
}

/** A verb without words of its own; a participle behind it speaks for its subject: علق فلان على ذلك قائلا. */
export interface Host {
	readonly at: number;
	readonly form: CueForm;
	readonly initial: boolean;
	readonly source?: SourcePhrase;
}

export interface Frames {
	readonly frames: readonly Frame[];
	readonly hosts: readonly Host[];
}

/** The frames of a unit, in text order. */
export function framesOf(reading: Reading, unit: Unit, attributions: readonly Attribution[]): Frames {
	const hits = cuesOf(reading, unit).filter(
		hit => !isImpersonal(reading, unit, hit.at) && !isInside(attributions, hit.at),
	);
	const strong = new Set(hits.filter(hit => isStrong(reading, hit)).map(hit => hit.at));
	const frames: Frame[] = [];
	const hosts: Host[] = [];
	let merged = -1;
	for (const [index, hit] of hits.entries()) {
		if (hit.at === merged) {
			continue;
		}
		const next = hits[index + 1];
		const saying = next !== undefined && next.at === hit.at + 1 ? sayingBehind(reading, next) : undefined;
		if (
			saying !== undefined &&
			next !== undefined &&
			hit.forms.some(form => form.tense === 'perfect' || form.tense === 'imperfect')
		) {
			const frame = frameOf(reading, unit, { ...next, forms: [saying], initial: true }, strong);
			const form = hit.forms.find(one => one.tense === 'perfect' || one.tense === 'imperfect');
			if (frame !== undefined && form !== undefined) {
				merged = next.at;
				const start = cueSpan(reading, hit.at, form).start;
				const cue = form.cue.letter === 'B' && form.cue.needs.size === 0 ? { start, end: frame.cue.end } : frame.cue;
				frames.push({
					...frame,
					form: { ...frame.form, agreement: form.agreement, tense: form.tense },
					at: hit.at,
					cue,
				});
				continue;
			}
		}
		const frame = frameOf(reading, unit, hit, strong);
		if (frame !== undefined) {
			frames.push(frame);
		} else {
			const host = hostOf(reading, unit, hit, next?.at ?? unit.last);
			if (host !== undefined) {
				hosts.push(host);
			}
		}
	}
	return { frames: withoutRelatives(frames), hosts };
}

function isInside(attributions: readonly Attribution[], at: number): boolean {
	return attributions.some(attribution => attribution.first <= at && at < attribution.last);
}

/**
 * Of two cues before the same words only one is theirs: a verb with a pronoun is a relative clause (بيان نقلته الوكالة إن), and of
 * two others the nearer one reports (كتبت عن جدها الذي كان يردد: «…»).
 */
function withoutRelatives(frames: readonly Frame[]): Frame[] {
	const nearest = new Map<number, Frame>();
	for (const frame of frames) {
		const before = frame.marker === undefined ? undefined : nearest.get(frame.marker.at);
		if (frame.marker !== undefined && (before === undefined || takesOver(frame, frame.marker))) {
			nearest.set(frame.marker.at, frame);
		}
	}
	return frames.filter(frame => frame.marker === undefined || nearest.get(frame.marker.at) === frame);
}

function takesOver({ form, at, initial, source }: Frame, marker: Marker): boolean {
	// سأله مازحا: a participle of manner only colours the verb.
	if (form.tense === 'participle' && form.cue.letter === 'X') {
		return false;
	}
	return form.tense === 'masdar' || (!form.suffixed && (initial || source !== undefined || marker.at - at <= 2));
}

/** قائلا and بالقول right behind a verb say its words: وتابع قائلا، وختم بالقول. */
function sayingBehind(reading: Reading, hit: CueHit): CueForm | undefined {
	return hit.forms.find(
		form =>
			form.cue.lemma === 'قال' &&
			(form.tense === 'participle' ||
				(form.tense === 'masdar' && reading.tokens[hit.at]?.key.startsWith('ب') === true)),
	);
}

/** A hit that nothing else is likely to be; it takes the words behind it from any cue before it. */
function isStrong(reading: Reading, hit: CueHit): boolean {
	return hit.forms.some(form => {
		if (form.tense === 'masdar') {
			return form.cue.lemma === 'قال' && reading.tokens[hit.at]?.key !== 'قول';
		}
		const pronoun = form.suffixed && form.clitic === 0;
		if (pronoun && form.cue.naming && whats.has(reading.tokens[hit.at - 1]?.key ?? '')) {
			return true;
		}
		const loose = form.tense === 'imperfect' && !hit.initial;
		if (pronoun || ((loose || relatives.has(reading.tokens[hit.at - 1]?.key ?? '')) && !opensAtOnce(reading, hit.at))) {
			return false;
		}
		return form.cue.needs.size === 0 || (hit.initial && form.cue.needs.has('initial'));
	});
}

const relatives = keysOf(particles, 'relatives');

/** Before these and a pronoun the thing is named: أشاد بما وصفه بـ«…». */
const whats = keysOf(particles, 'whats');

/** Whether a clause or a colon stands right behind a cue. */
function opensAtOnce(reading: Reading, at: number): boolean {
	const { tokens } = reading;
	const next = tokens[at + 1]?.key ?? '';
	return (
		next === ':' ||
		complementiserAt(reading.text, tokens, at + 1, at) !== undefined ||
		complementiserAt(reading.text, tokens, at + 2, at) !== undefined
	);
}

function frameOf(reading: Reading, unit: Unit, hit: CueHit, strong: ReadonlySet<number>): Frame | undefined {
	for (const form of hit.forms) {
		const frame = clauseFrame(reading, unit, hit, form, strong);
		if (frame !== undefined) {
			return frame;
		}
	}
	for (const form of hit.forms) {
		const frame = objectFrame(reading, unit, hit, form, strong);
		if (frame !== undefined) {
			return frame;
		}
	}
	return undefined;
}

function clauseFrame(
	reading: Reading,
	unit: Unit,
	hit: CueHit,
	form: CueForm,
	strong: ReadonlySet<number>,
): Frame | undefined {
	const marker = findMarker(reading, unit, hit.at + 1, form, at => strong.has(at));
	if (marker === undefined || (marker.kind === 'mark' && objectFirst(reading, unit, hit, form, marker))) {
		return undefined;
	}
	const adjacent = marker.at === hit.at + 1;
	if (marker.kind === 'mark' && marker.at - hit.at > 6 && relatives.has(reading.tokens[hit.at - 1]?.key ?? '')) {
		return undefined;
	}
	const behind = form.cue.sourceBehind;
	if (behind !== undefined && reading.tokens[hit.at + 1]?.key !== behind) {
		return undefined;
	}
	const between = readBetween(reading, hit.at + (behind === undefined ? 1 : 2), marker.at);
	if (isByline(reading, unit, hit.at, form, marker)) {
		return undefined;
	}
	const base = {
		form,
		at: hit.at,
		cue: cueSpan(reading, hit.at, form),
		initial: hit.initial,
		marker,
		...(between.addressee === undefined ? {} : { addressee: between.addressee }),
	};
	const written = reading.text.slice(reading.tokens[hit.at]?.start ?? 0, reading.tokens[hit.at]?.end ?? 0);
	if (!meetsNeeds(form, hit, unit, marker, adjacent, between.source, written)) {
		return undefined;
	}
	if (form.tense === 'masdar') {
		return masdarFrame(reading, unit, hit, base, between.source);
	}
	if (form.cue.relays) {
		return relayFrame(reading, base);
	}
	if (form.tense === 'participle') {
		return base;
	}
	const named = isNamedThing(reading, form, marker, between.source) ? undefined : between.source;
	const source = subjectOf(reading, unit, hit.at, form, named);
	if (source === undefined) {
		return form.cue.impersonal && form.tense === 'imperfect' && form.agreement.count === 'one' ? undefined : base;
	}
	return { ...base, source };
}

/**
 * The subject of a verb. A verb before its subject is singular, so what stands behind a plural or dual is whom it speaks to; and so it
 * is behind أبلغ and its like where a subject stands before the verb.
 */
function subjectOf(
	reading: Reading,
	unit: Unit,
	at: number,
	form: CueForm,
	behind: SourcePhrase | undefined,
): SourcePhrase | undefined {
	if (behind !== undefined && form.agreement.count === 'one' && !form.cue.tells) {
		return behind;
	}
	const before = subjectBefore(reading, unit, at, form);
	return form.agreement.count === 'one' ? (before ?? behind) : before;
}

/**
 * وصف الاتفاق بأنه …، يعتبر القرار «…»: the only noun phrase behind a naming verb is what it names, and its subject is left out; behind a
 * pronoun (وصفه الوزير) and before another phrase (وصف الوزير القرار) it is the subject.
 */
function isNamedThing(reading: Reading, form: CueForm, marker: Marker, behind: SourcePhrase | undefined): boolean {
	const naming = form.cue.naming || (form.cue.lemma === 'اعتبر' && marker.kind === 'mark');
	if (!naming || form.suffixed || behind === undefined || behind.last > marker.at) {
		return false;
	}
	for (let at = behind.last; at < marker.at; at++) {
		const token = reading.tokens[at];
		if (token?.kind === 'word') {
			return isPreposition(token.key) || isAdverb(reading, at) || isAttachedPreposition(reading, at);
		}
	}
	return true;
}

/** Whether the quotation belongs to an object that begins before it: أعلن رغبته «…». */
function objectFirst(reading: Reading, unit: Unit, hit: CueHit, form: CueForm, marker: Marker): boolean {
	if (form.cue.objects.size === 0 || form.tense === 'masdar') {
		return false;
	}
	const object = findObject(reading, unit, hit.at + 1, form, at => at >= marker.at);
	return object !== undefined && object.first < marker.at;
}

/** قوله إن، بقوله: «…»، تأكيد الوزير أن، القول إن. */
function masdarFrame(
	reading: Reading,
	unit: Unit,
	hit: CueHit,
	base: Frame,
	behind: SourcePhrase | undefined,
): Frame | undefined {
	const { form, marker } = base;
	if (marker === undefined) {
		return undefined;
	}
	if (form.suffixed) {
		const relay = relayBefore(reading, unit, hit.at);
		return marker.at - hit.at > 14 ? undefined : { ...base, ...relay };
	}
	const key = reading.tokens[hit.at]?.key ?? '';
	if (marker.at === hit.at + 1 && key.startsWith('ب')) {
		const source = subjectAdjacent(reading, unit, hit.at);
		if (source !== undefined) {
			return { ...base, source };
		}
	}
	if (marker.at === hit.at + 1) {
		return form.cue.lemma === 'قال' || (marker.kind === 'that' && isCarried(reading, unit, hit.at)) ? base : undefined;
	}
	const bare = !key.startsWith('ال') && !key.startsWith('بال') && !key.startsWith('لل');
	const named =
		behind !== undefined &&
		behind.first === hit.at + 1 &&
		(behind.head !== undefined || (reading.entityOf[behind.first] ?? -1) >= 0);
	return bare && named && marker.kind === 'that' && marker.at - hit.at <= 14 && marker.at - behind.last <= 1
		? { ...base, source: behind }
		: undefined;
}

/** اكتفى الوزير بالقول، ختم فلان بالتذكير بأن: the person between a verb that is no cue and the verbal noun. */
function subjectAdjacent(reading: Reading, unit: Unit, at: number): SourcePhrase | undefined {
	for (let from = Math.max(unit.first + 1, at - 8); from < at; from++) {
		const before = reading.tokens[from - 1];
		const free = before?.kind === 'word' && !isPreposition(before.key) && !before.key.startsWith('ال');
		const source = free ? readSource(reading, from, at) : undefined;
		const person = reading.entities[reading.entityOf[from] ?? -1]?.label === 'PER' && !isNamed(reading, from - 1);
		if (source !== undefined && source.last === at && (source.head?.kind === 'person' || person)) {
			return source;
		}
	}
	return undefined;
}

function objectFrame(
	reading: Reading,
	unit: Unit,
	hit: CueHit,
	form: CueForm,
	strong: ReadonlySet<number>,
): Frame | undefined {
	if (
		form.cue.objects.size === 0 ||
		form.tense === 'masdar' ||
		form.cue.needs.has('that') ||
		(form.cue.needs.size > 0 && !hit.initial) ||
		isResumed(reading, hit.at)
	) {
		return undefined;
	}
	const object = findObject(reading, unit, hit.at + 1, form, at => strong.has(at));
	if (object === undefined) {
		return undefined;
	}
	const between = readBetween(reading, hit.at + 1, object.at);
	const base = { form, at: hit.at, cue: cueSpan(reading, hit.at, form), initial: hit.initial, object };
	const source = form.tense === 'participle' ? undefined : subjectOf(reading, unit, hit.at, form, between.source);
	return source === undefined ? base : { ...base, source };
}

/** التي طالب بها لاعبوه: the object stands before the relative pronoun, and a pronoun takes its place. */
function isResumed(reading: Reading, at: number): boolean {
	const resumes = /^(ب|عن|علي|الي|من|في)(ه|ها|هم|هما)$/.test(reading.tokens[at + 1]?.key ?? '');
	return resumes && [1, 2, 3].some(back => relatives.has(reading.tokens[at - back]?.key ?? ''));
}

function hostOf(reading: Reading, unit: Unit, hit: CueHit, end: number): Host | undefined {
	const form = hit.forms[0];
	let to = hit.at + 1;
	while (to < Math.min(unit.last, end, hit.at + 25) && reading.tokens[to]?.key !== '؛') {
		const quotation = quotationOpenedAt(reading, to);
		if (quotation !== undefined && !isName(reading, quotation, unit)) {
			break;
		}
		to = quotation === undefined ? to + 1 : (quotation.close ?? quotation.last - 1) + 1;
	}
	if (form === undefined) {
		return undefined;
	}
	const source = form.tense === 'participle' ? undefined : readBetween(reading, hit.at + 1, to).source;
	return { at: hit.at, form, initial: hit.initial, ...(source === undefined ? {} : { source }) };
}
