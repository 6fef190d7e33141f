import particles from '../lexicon/statements/particles.yaml';
import sources from '../lexicon/statements/sources.yaml';
import type { Resolution } from '../model.ts';
import type { Draft } from './draft.ts';
import type { Agreement } from './lexicon/conjugation.ts';
import { honoured, keysOf, lastAnaphors } from './lexicon/wordLists.ts';
import { type Identity, type Mentions, own } from './mentions.ts';
import type { Reading, Unit } from './reading.ts';
import type { SourcePhrase } from './sourcePhrase.ts';
import { behindDateline, subjectOfSentence, subjectReach } from './subjects.ts';
import { answers, type Title, titleIn } from './titles.ts';

/** Who speaks, and how that was found. */
export interface Resolved {
	readonly identity?: Identity;
	readonly resolution: Resolution;
}

/** Somebody who spoke or acted, as a candidate for the next implicit subject. */
interface Candidate {
	readonly identity: Identity;
	readonly at: number;
	readonly unit: number;
	readonly paragraph: number;
	readonly agreement?: Agreement;
	/** Only a name in a sentence, perhaps not its subject. */
	readonly faint?: boolean;
	/** Spoke with an explicit source of their own. */
	readonly spoke: boolean;
	/** Token behind the statement that it spoke in; nobody outside goes on with its words. */
	readonly until?: number;
	readonly title?: Title;
}

/** Candidates farther back than this many paragraphs are forgotten. */
const memory = 4;

/** Follows the speakers of a text; call in text order. `around` is the statement that the draft stands in, `speaker` whose it is. */
export function speakerTracker(
	reading: Reading,
	mentions: Mentions,
	units: readonly Unit[],
): {
	resolve(draft: Draft, around: Draft | undefined, speaker: Resolved | undefined): Resolved;
	pass(unit: number): void;
} {
	const candidates: Candidate[] = [];
	const subjects = subjectsOfUnits(reading, mentions, units);
	const note = (candidate: Candidate): void => {
		candidates.push(candidate);
		if (candidates.length > 200) {
			candidates.splice(0, 100);
		}
	};
	return {
		resolve: (draft, around, speaker) => {
			const own = draft.tense === 'own' && draft.source === undefined ? speaker?.identity : undefined;
			const resolved: Resolved =
				own === undefined
					? resolveDraft(reading, mentions, units, candidates, draft, subjects)
					: { identity: own, resolution: { how: 'implicit', antecedent: own.span } };
			if (resolved.identity !== undefined && draft.relays === undefined) {
				const agreement =
					draft.source === undefined || draft.tense === 'participle' || draft.found === 'attribution'
						? (draft.source?.agreement ?? draft.agreement)
						: agreementOf(draft);
				const title = draft.source === undefined ? undefined : titleIn(reading, draft.source.first, draft.source.last);
				note({
					identity: resolved.identity,
					at: draft.at,
					unit: draft.unit,
					paragraph: draft.paragraph,
					...(agreement === undefined ? {} : { agreement }),
					spoke: true,
					...(around === undefined ? {} : { until: around.last }),
					...(title === undefined ? {} : { title }),
				});
			}
			return resolved;
		},
		// The subject of a sentence without a statement may be whom the next one leaves out.
		pass: index => {
			const unit = units[index];
			const subject = unit === undefined ? undefined : subjectOfSentence(reading, unit);
			const identity =
				(subject === undefined ? undefined : mentions.identify(subject.source)) ??
				(unit === undefined ? undefined : subjectNear(reading, mentions, unit, unit.last, 12));
			if (unit !== undefined && identity !== undefined) {
				const agreement = mentions.agreementOf(identity) ?? subject?.agreement;
				note({
					identity,
					at: unit.first,
					unit: index,
					paragraph: unit.paragraph,
					...(agreement === undefined ? {} : { agreement }),
					spoke: false,
					...(subject === undefined ? { faint: true } : {}),
				});
			}
		},
	};
}

function resolveDraft(
	reading: Reading,
	mentions: Mentions,
	units: readonly Unit[],
	candidates: readonly Candidate[],
	draft: Draft,
	subjects: (draft: Draft) => UnitSubject | undefined,
): Resolved {
	if (draft.source !== undefined) {
		return resolveSource(reading, mentions, units, candidates, draft, draft.source);
	}
	const how = draft.tense === 'participle' ? 'participle' : 'implicit';
	if (draft.host !== undefined) {
		const { identity } = resolveSource(reading, mentions, units, candidates, draft, draft.host);
		return { ...(identity === undefined ? {} : { identity }), resolution: { how, antecedent: draft.host.span } };
	}
	const found = relativeHead(reading, mentions, units, draft) ?? bestCandidate(candidates, draft, subjects(draft));
	return found === undefined
		? { resolution: { how: 'unknown' } }
		: { identity: found.identity, resolution: { how, antecedent: found.identity.span } };
}

function resolveSource(
	reading: Reading,
	mentions: Mentions,
	units: readonly Unit[],
	candidates: readonly Candidate[],
	draft: Draft,
	source: SourcePhrase,
): Resolved {
	const named = mentions.identify(source);
	const bearer =
		named?.unnamed === true && source.head?.definite === true
			? bearerOf(reading, mentions, candidates, source)
			: undefined;
	if (bearer !== undefined) {
		return { identity: bearer, resolution: { how: 'anaphor', antecedent: bearer.span } };
	}
	if (named !== undefined) {
		const how =
			draft.via !== undefined || draft.relays !== undefined
				? 'relayed'
				: draft.found === 'headline'
					? 'headline'
					: named.unnamed
						? 'unnamed'
						: 'named';
		return { identity: named, resolution: { how } };
	}
	const antecedent = antecedentOf(reading, mentions, units, candidates, draft, source);
	if (antecedent !== undefined) {
		return { identity: antecedent, resolution: { how: 'anaphor', antecedent: antecedent.span } };
	}
	return { identity: own(reading, source), resolution: { how: 'named' } };
}

/** Whoever bears a definite title with the same words: المتحدث باسم الوزارة. */
function bearerOf(
	reading: Reading,
	mentions: Mentions,
	candidates: readonly Candidate[],
	source: SourcePhrase,
): Identity | undefined {
	const asked = titleIn(reading, source.first, source.last);
	if (asked === undefined || asked.words.length === 0) {
		return undefined;
	}
	const spoke = candidates.findLast(
		candidate => !candidate.identity.unnamed && candidate.title !== undefined && answers(candidate.title, asked) === 2,
	);
	return spoke?.identity ?? mentions.titled(asked, source.first)?.identity;
}

/** Whom المصدر، الأخير، الوزير or رئيس الحكومة points back to. */
function antecedentOf(
	reading: Reading,
	mentions: Mentions,
	units: readonly Unit[],
	candidates: readonly Candidate[],
	draft: Draft,
	source: SourcePhrase,
): Identity | undefined {
	const first = reading.tokens[source.first]?.key ?? '';
	if (lastAnaphors.has(first)) {
		const unit = units[draft.unit];
		return mentions.lastPerson(source.first, Math.max(0, (unit?.first ?? 0) - 60)) ?? candidates.at(-1)?.identity;
	}
	if (honoured.has(first)) {
		const gender = first.endsWith('ها') ? 'f' : 'm';
		return candidates.findLast(
			({ identity, spoke, agreement }) =>
				spoke && mentions.isPerson(identity) && (agreement === undefined || agreement.gender === gender),
		)?.identity;
	}
	const asked = titleIn(reading, source.first, source.last);
	if (asked === undefined) {
		return source.anaphor && source.head?.kind !== 'document' ? candidates.at(-1)?.identity : undefined;
	}
	const titled = mentions.titled(asked, source.first);
	const spoke =
		candidates.findLast(candidate => candidate.title !== undefined && answers(candidate.title, asked) === 2) ??
		candidates.findLast(candidate => candidate.title !== undefined && answers(candidate.title, asked) === 1);
	if (spoke !== undefined && titled !== undefined) {
		return spoke.at > titled.at ? spoke.identity : titled.identity;
	}
	return spoke?.identity ?? titled?.identity ?? bodyMeant(mentions, source) ?? sameAgain(reading, candidates, source);
}

/** الشركة، المنظمة: the only body of the kind that was named before. */
function bodyMeant(mentions: Mentions, { head, first }: SourcePhrase): Identity | undefined {
	return head?.kind === 'body' || head?.kind === 'outlet' ? mentions.body(head.stem, first) : undefined;
}

/** المتحدث ذاته، المصدر نفسه: who spoke before, by whatever title. */
function sameAgain(reading: Reading, candidates: readonly Candidate[], source: SourcePhrase): Identity | undefined {
	const again = source.last - source.first === 2 && sames.has(reading.tokens[source.last - 1]?.key ?? '');
	return again ? candidates.findLast(({ spoke }) => spoke)?.identity : undefined;
}

/** Near beats far, a speaker beats a mere subject, and gender and number must agree. */
function bestCandidate(
	candidates: readonly Candidate[],
	draft: Draft,
	subject: UnitSubject | undefined,
): UnitSubject | undefined {
	let best = subject !== undefined && agrees(subject.agreement, draft) ? subject : undefined;
	let bestScore = best === undefined ? 0 : 19.6;
	for (let i = candidates.length - 1; i >= 0 && i >= candidates.length - 30; i--) {
		const candidate = candidates[i];
		if (candidate === undefined || draft.paragraph - candidate.paragraph > memory) {
			break;
		}
		if (!agrees(candidate.agreement, draft)) {
			continue;
		}
		const far = draft.unit - candidate.unit;
		const score =
			(candidate.spoke ? 20 : candidate.faint === true ? 15.5 : 16.5) -
			far -
			((candidate.until ?? Number.POSITIVE_INFINITY) <= draft.at ? 1.5 : 0) -
			(draft.paragraph - candidate.paragraph) * 0.5;
		if (score > bestScore) {
			best = candidate;
			bestScore = score;
		}
	}
	return best;
}

function agrees(agreement: Agreement | undefined, draft: Draft): boolean {
	const wanted = draft.agreement;
	// Whose number no word tells is a name: one person, one body.
	if (agreement === undefined || wanted === undefined) {
		return wanted?.count !== 'many';
	}
	if (agreement.gender !== wanted.gender && agreement.count === 'one' && wanted.count === 'one') {
		return false;
	}
	return (agreement.count === 'many') === (wanted.count === 'many') || wanted.count === 'two';
}

/** Whom a sentence begins with, for the statements in it. */
type UnitSubject = Pick<Candidate, 'identity' | 'agreement'>;

/** How far from its beginning the first name of a sentence may be its subject, in tokens. */
const near = 14;

/** The subject that a draft's own sentence begins with, before its cue; looked for once for all cues behind the sentence's opening. */
function subjectsOfUnits(
	reading: Reading,
	mentions: Mentions,
	units: readonly Unit[],
): (draft: Draft) => UnitSubject | undefined {
	let known = -1;
	let knownBefore = -1;
	let opening = 0;
	let subject: UnitSubject | undefined;
	return draft => {
		const unit = units[draft.unit];
		if (unit === undefined || draft.at <= unit.first) {
			return undefined;
		}
		if (known !== draft.unit) {
			known = draft.unit;
			knownBefore = -1;
			opening = Math.max(unit.first + subjectReach, behindPlace(reading, unit, near) + near);
		}
		const before = Math.min(draft.at, opening);
		if (knownBefore !== before) {
			knownBefore = before;
			subject = subjectOfUnit(reading, mentions, unit, before);
		}
		return subject;
	};
}

function subjectOfUnit(reading: Reading, mentions: Mentions, unit: Unit, before: number): UnitSubject | undefined {
	const subject = subjectOfSentence(reading, { ...unit, last: Math.min(unit.last, before) });
	const named =
		subject === undefined
			? undefined
			: (mentions.identify(subject.source) ?? bearerOrOwn(reading, mentions, subject.source));
	const identity = named ?? subjectNear(reading, mentions, unit, before, near);
	const agreement =
		identity === undefined
			? undefined
			: (mentions.agreementOf(identity) ?? (named === undefined ? undefined : subject?.agreement));
	return identity === undefined ? undefined : { identity, ...(agreement === undefined ? {} : { agreement }) };
}

/** الوزير goes by who bears the title, الإعلامية فلانة and الفتاة by these words where the name finder knows nobody. */
function bearerOrOwn(reading: Reading, mentions: Mentions, source: SourcePhrase): Identity | undefined {
	if (source.head?.kind !== 'person') {
		return undefined;
	}
	const title = titleIn(reading, source.first, source.last);
	const bearer = title === undefined ? undefined : mentions.titled(title, source.first);
	return bearer?.identity ?? own(reading, source);
}

function subjectNear(
	reading: Reading,
	mentions: Mentions,
	unit: Unit,
	before: number,
	reach: number,
): Identity | undefined {
	const first = behindPlace(reading, unit, reach);
	return mentions.subjectFrom(first, Math.min(before, first + reach));
}

function behindPlace(reading: Reading, unit: Unit, reach: number): number {
	return behindDateline(reading, unit.first, Math.min(unit.last, unit.first + reach));
}

/** تصريحات فلان التي قال فيها: the last person before the relative pronoun. */
function relativeHead(
	reading: Reading,
	mentions: Mentions,
	units: readonly Unit[],
	draft: Draft,
): { readonly identity: Identity } | undefined {
	for (let at = draft.at - 1; at >= draft.at - 3; at--) {
		if (relatives.has(reading.tokens[at]?.key ?? '')) {
			const identity = mentions.lastPerson(at, Math.max(units[draft.unit]?.first ?? 0, at - 12));
			return identity === undefined ? undefined : { identity };
		}
	}
	return undefined;
}

const relatives = keysOf(particles, 'relatives');
const sames = keysOf(sources, 'anaphors', 'same');

/** Verb before subject: the verb tells the gender, the head of the source the number. */
function agreementOf(draft: Draft): Agreement | undefined {
	const verb = draft.agreement;
	const head = draft.source?.agreement;
	if (verb === undefined || head === undefined) {
		return verb ?? head;
	}
	return { gender: verb.gender, count: head.count };
}
