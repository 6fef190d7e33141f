import type { CorpusNameFacts } from '../core/corpus/search/nameFacts.ts';
import { evidenceWording } from '../core/entities/evidence.ts';
import type { HoverResult, NameFacts, StatementFacts } from '../core/features/hover.ts';
import { type Language, say, type Values } from '../core/messages/say.ts';
import type { SchemeItem } from '../protocol/types.ts';
import { commandLink, type Markup } from './markdown.ts';
import { labelName, typeName } from './wording.ts';

export interface HoverOptions {
	readonly language: Language;
	readonly markup: Markup;
	/** Names of labels and statement types, in the user's language. */
	readonly scheme: SchemeItem;
	/** Of the article, where the client runs command links. */
	readonly linksFor?: string;
	/** What the corpus knows of the name. */
	readonly corpus?: CorpusNameFacts;
}

/** Words what a hover says, the answer in bold on the first line. Every foreign string passes `markup.foreign`. */
export function hoverText(result: HoverResult, options: HoverOptions): string {
	const blocks = [
		...(result.name ? [nameLines(result.name, options)] : []),
		...(result.statement ? [statementLines(result.statement, options, result.name === undefined)] : []),
	];
	const { markup, language } = options;
	const direction = language === 'ar' ? 'rtl' : 'ltr';
	return blocks.map(lines => lines.map(line => markup.line(line, direction)).join(markup.lineBreak)).join(markup.rule);
}

/** The same without headings and links: what is known of each thing there, line by line. */
export function explanation(
	{ name, statement }: HoverResult,
	options: Omit<HoverOptions, 'linksFor'>,
): readonly { readonly id: string; readonly lines: readonly string[] }[] {
	return [
		...(name ? [{ id: name.id, lines: nameLines(name, options).slice(1) }] : []),
		...(statement ? [{ id: statement.id, lines: statementLines(statement, options, true).slice(1) }] : []),
	];
}

function nameLines(facts: NameFacts, options: HoverOptions): string[] {
	const { markup } = options;
	const tell = teller(options);
	const head = [
		markup.bold(markup.foreign(facts.text)),
		markup.foreign(labelName(options.scheme, facts.label)),
		status(facts, options),
	];
	return [
		head.join(' · '),
		...(facts.fullName === facts.text ? [] : [tell('hover-full-name', { name: facts.fullName })]),
		...(facts.spellings.length === 0 ? [] : [spellings(facts.spellings, options)]),
		say(options.language, 'hover-mentions', { count: facts.mentions }),
		...corpusLines(options),
		...(facts.evidence.length === 0 ? [] : [evidence(facts.evidence, options)]),
		...(facts.value === undefined ? [] : [tell('hover-value', { value: facts.value })]),
		...(facts.entity === undefined ? [] : [tell('hover-register', { key: facts.entity })]),
		...remarks(facts, options),
		...links(facts, options, facts.first ? [] : ['link-first-mention']),
	];
}

/** Where else in the corpus. Of one article there is nothing more to say. */
function corpusLines({ corpus, language }: HoverOptions): string[] {
	if (corpus === undefined || corpus.articles < 2) {
		return [];
	}
	const articles = say(language, 'count-articles', { count: corpus.articles });
	const outlets = say(language, 'count-outlets', { count: corpus.outlets });
	const where =
		corpus.outlets === 0
			? say(language, 'hover-corpus', { articles })
			: say(language, 'hover-corpus-outlets', { articles, outlets });
	const first = corpus.first === '' ? '' : ` · ${say(language, 'hover-corpus-first', { date: corpus.first })}`;
	return [where + first];
}

function statementLines(facts: StatementFacts, options: HoverOptions, alone: boolean): string[] {
	const { markup } = options;
	const tell = teller(options);
	const head = [
		markup.bold(speakerHeading(facts, options)),
		typeName(options.language, facts.type),
		status(facts, options),
	];
	const cueCode = facts.cueLemma === undefined || facts.cueLemma === facts.cue ? 'hover-cue' : 'hover-cue-lemma';
	return [
		head.join(' · '),
		how(facts, options),
		...(facts.cue === undefined ? [] : [tell(cueCode, { cue: facts.cue, lemma: facts.cueLemma ?? '' })]),
		...stanceLine(facts, options),
		...(facts.via === undefined || facts.how === 'relayed' ? [] : [tell('hover-via', { via: facts.via })]),
		...(facts.addressee === undefined ? [] : [tell('hover-addressee', { addressee: facts.addressee })]),
		...(facts.entity === undefined ? [] : [tell('hover-register', { key: facts.entity })]),
		...remarks(facts, options),
		// Under a name the sidecar's link stands above already.
		...links(facts, options, [], alone),
	];
}

/** What the cue tells of the words: تأكيد، نفي، زعم. A neutral cue tells nothing. */
function stanceLine({ stance }: StatementFacts, { language }: HoverOptions): string[] {
	const code = stances[stance ?? ''];
	return code === undefined ? [] : [say(language, code)];
}

const stances: Readonly<Record<string, string>> = {
	affirming: 'stance-affirming',
	opining: 'stance-opining',
	doubting: 'stance-doubting',
	denying: 'stance-denying',
	warning: 'stance-warning',
	demanding: 'stance-demanding',
	promising: 'stance-promising',
	praising: 'stance-praising',
	criticising: 'stance-criticising',
	admitting: 'stance-admitting',
	expecting: 'stance-expecting',
};

function speakerHeading(facts: StatementFacts, { markup, language }: HoverOptions): string {
	const words = facts.speakerName ?? facts.speaker ?? facts.unnamed;
	if (words) {
		return markup.foreign(words);
	}
	return say(language, facts.how === 'unnamed' ? 'speaker-unnamed' : 'speaker-unknown');
}

/** How the speaker was found, as one sentence. */
function how(facts: StatementFacts, options: HoverOptions): string {
	const tell = teller(options);
	const words = facts.speaker ?? facts.unnamed ?? facts.speakerName ?? '';
	const antecedent = facts.antecedent ?? facts.speakerName ?? facts.unnamed ?? '';
	const found = antecedent !== '';
	switch (facts.how) {
		case 'implicit':
			return tell(found ? 'how-implicit-from' : 'how-implicit', { antecedent });
		case 'participle':
			return tell(found ? 'how-participle-from' : 'how-participle', { antecedent });
		case 'anaphor':
			return tell(found ? 'how-anaphor-from' : 'how-anaphor', { words, antecedent });
		case 'relayed':
			return tell(words === '' ? 'how-relayed-by' : 'how-relayed', { words, via: facts.via ?? '…' });
		case 'named':
			return tell(words === '' ? 'how-unknown' : 'how-named', { words });
		case 'unnamed':
			return words === '' ? say(options.language, 'speaker-unnamed') : tell('how-unnamed', { words });
		case 'headline':
			return tell(words === '' ? 'how-unknown' : 'how-headline', { words });
		case 'unknown':
			return tell('how-unknown', {});
	}
}

function status(facts: NameFacts | StatementFacts, { language }: HoverOptions): string {
	if (facts.status === 'suggested') {
		return facts.score === undefined
			? say(language, 'status-suggested')
			: say(language, 'status-suggested-score', { percent: Math.round(facts.score * 100) });
	}
	const codes = {
		manual: 'status-confirmed-manual',
		model: 'status-confirmed-model',
		rule: 'status-confirmed-model',
		import: 'status-confirmed-import',
	} as const;
	return say(language, codes[facts.from]);
}

function remarks(facts: NameFacts | StatementFacts, options: HoverOptions): string[] {
	const { language } = options;
	return [
		...(facts.comment === undefined ? [] : [teller(options)('hover-comment', { comment: facts.comment })]),
		...(facts.flag ? [say(language, 'hover-flag')] : []),
		...(facts.moved ? [say(language, 'hover-moved')] : []),
	];
}

function links(
	facts: NameFacts | StatementFacts,
	{ language, markup, linksFor: uri }: HoverOptions,
	also: readonly 'link-first-mention'[],
	sidecar = true,
): string[] {
	if (uri === undefined) {
		return [];
	}
	const commands = [
		...(facts.status === 'suggested' || facts.moved ? (['link-accept'] as const) : []),
		...(facts.status === 'suggested' ? (['link-reject'] as const) : []),
		...also,
		...(sidecar ? (['link-open-sidecar'] as const) : []),
	];
	const made = commands.map(code =>
		markup.link(say(language, code), commandLink(linkCommands[code], { uri, id: facts.id })),
	);
	const line = made.filter(link => link !== '').join(' · ');
	return line === '' ? [] : [line];
}

/** Contributed by the client, which trusts these alone; none of them can destroy anything. */
const linkCommands = {
	'link-accept': 'isnad.editor.accept',
	'link-reject': 'isnad.editor.reject',
	'link-first-mention': 'isnad.editor.goToFirstMention',
	'link-open-sidecar': 'isnad.editor.openSidecar',
} as const;

/** Most spellings and kinds of evidence named in one hover. */
const most = 6;

function spellings(forms: readonly string[], { language, markup }: HoverOptions): string {
	const names = listed(forms.map(markup.foreign), language);
	return say(language, 'hover-spellings', { names });
}

function evidence(codes: readonly string[], { language, markup }: HoverOptions): string {
	const words = codes.map(code => evidenceWording(code)?.[language] ?? markup.foreign(code));
	return say(language, 'hover-evidence', { evidence: listed(words, language) });
}

function listed(items: readonly string[], language: Language): string {
	const shown = items.length > most ? [...items.slice(0, most), '…'] : items;
	return shown.join(say(language, 'list-separator'));
}

/** Says a message whose values are all foreign strings. */
function teller({ language, markup }: HoverOptions): (code: string, values: Values) => string {
	return (code, values) => {
		const safe = Object.entries(values).map(([name, value]) => [name, markup.foreign(String(value))] as const);
		return say(language, code, Object.fromEntries(safe));
	};
}
