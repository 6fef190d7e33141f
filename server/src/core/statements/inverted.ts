import particles from '../lexicon/statements/particles.yaml';
import { cueSpan } from './cues.ts';
import type { Draft } from './draft.ts';
import type { Host } from './frames.ts';
import { keysOf } from './lexicon/wordLists.ts';
import { wordsIn } from './markers.ts';
import type { Reading, Unit } from './reading.ts';

/** «…»، قال فلان: a cue without words of its own takes the long quotation right before it, if nobody has it yet. */
export function invertedDraft(
	reading: Reading,
	unit: Unit,
	index: number,
	host: Host,
	drafts: readonly Draft[],
): Draft | undefined {
	if (!host.form.cue.speech || (host.form.tense !== 'perfect' && host.form.tense !== 'imperfect')) {
		return undefined;
	}
	let at = host.at - 1;
	while (at > unit.first && host.at - at <= 3 && skipped.has(reading.tokens[at]?.key ?? '')) {
		at -= 1;
	}
	const openly = thus.has(reading.tokens[host.at - 1]?.key ?? '');
	const quotation = reading.quotations[reading.quotationOf[at] ?? -1];
	if (
		quotation === undefined ||
		quotation.close !== at ||
		wordsIn(reading, quotation) < (openly ? 2 : 4) ||
		drafts.some(draft => draft.first <= quotation.first && quotation.first < draft.last)
	) {
		return undefined;
	}
	return {
		type: 'direct',
		content: [quotation.inner],
		first: quotation.first,
		last: quotation.last,
		at: host.at,
		unit: index,
		paragraph: unit.paragraph,
		found: 'inverted',
		cue: cueSpan(reading, host.at, host.form),
		lemma: host.form.cue.lemma,
		stance: host.form.cue.stance,
		tense: host.form.tense,
		agreement: host.form.agreement,
		...(host.source === undefined ? {} : { source: host.source }),
	};
}

const thus = keysOf(particles, 'thus');
const skipped: ReadonlySet<string> = new Set(['،', ',', ...thus]);
