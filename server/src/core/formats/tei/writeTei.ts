import type { Span } from '../../span.ts';
import { detailsLine } from '../details.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported, Holds } from '../format.ts';
import type { Mark } from '../graph.ts';
import { linkRole, spanRole } from '../names.ts';
import { allowedInXml, escapeXml } from '../xml/escapeXml.ts';
import { elementOf } from './teiElements.ts';

/** What TEI can hold, with anchors and a stand-off part for what does not nest. */
export const teiHolds: Holds = {
	text: 'whole',
	nested: true,
	overlapping: true,
	discontinuous: 'linked',
	relations: true,
	fields: 'all',
	comments: true,
	rejected: false,
	documentLabels: true,
};

/**
 * An article as TEI P5: names and statements as elements of the text (`persName`, `said` …), spans that cross one as anchors with a
 * `span`, links as `relation`. The content of `ab` is the text, letter for letter; characters that XML cannot hold become U+FFFD.
 */
export function writeTei(article: Article): Exported {
	const { graph, losses, derivable } = fitted(article, teiHolds);
	const { path } = article;
	const text = allowedInXml(article.text);
	const { inside, crossing } = nestedOf(graph.marks);
	const partner = (id: string, role: string) =>
		graph.links.find(link => link.source === id && linkRole(link.type) === role)?.target;
	const open = (mark: Mark): string => {
		const id = `xml:id="${escapeXml(mark.id)}"`;
		const role = spanRole(mark.label);
		if (role === 'statement') {
			const [who, toWhom] = [partner(mark.id, 'speaker'), partner(mark.id, 'addressee')].map(other =>
				other === undefined ? undefined : `#${escapeXml(other)}`,
			);
			const direct = mark.fields['type'] === 'direct' ? 'true' : 'false';
			return `<said ${id} direct="${direct}"${who === undefined ? '' : ` who="${who}"`}${toWhom === undefined ? '' : ` toWhom="${toWhom}"`}>`;
		}
		return `<${role === undefined ? elementOf(mark.label) : 'seg'} ${id} type="${escapeXml(mark.label)}">`;
	};
	const close = ({ label }: Mark): string => {
		const role = spanRole(label);
		return role === 'statement' ? '</said>' : `</${role === undefined ? elementOf(label) : 'seg'}>`;
	};
	const body = withTags(text, [
		...inside.flatMap((mark, index) => {
			const { start, end } = mark.parts[0] ?? nowhere;
			return [
				{ at: start, order: 2, index, tag: open(mark) },
				{ at: end, order: 0, index: -index, tag: close(mark) },
			];
		}),
		...crossing.flatMap(({ id, parts }, index) => {
			const { start, end } = parts[0] ?? nowhere;
			return [
				{ at: start, order: 1, index, tag: `<anchor xml:id="${escapeXml(id)}.start"/>` },
				{ at: end, order: 1, index, tag: `<anchor xml:id="${escapeXml(id)}.end"/>` },
			];
		}),
	]);
	const notes = [
		...graph.marks,
		...graph.links.map((link, index) => ({ ...link, id: link.id === '' ? `link${index + 1}` : link.id })),
	].flatMap(({ id, fields }) => {
		const own = /^link\d+$/.test(id) || id.includes('.') || derivable.has(id) ? undefined : id;
		const { comment, ...rest } = fields;
		const line = detailsLine(rest, own);
		return [
			...(comment === undefined
				? []
				: [`<note type="comment" target="#${escapeXml(id)}">${escapeXml(comment)}</note>`]),
			...(line === undefined ? [] : [`<note type="isnad" target="#${escapeXml(id)}">${escapeXml(line)}</note>`]),
		];
	});
	const spans = crossing.map(
		({ id, label }) =>
			`<span xml:id="${escapeXml(id)}" type="${escapeXml(label)}" from="#${escapeXml(id)}.start" to="#${escapeXml(id)}.end"/>`,
	);
	const relations = graph.links.map(
		({ id, type, source, target }, index) =>
			`<relation xml:id="${escapeXml(id === '' ? `link${index + 1}` : id)}" name="${escapeXml(type)}" active="#${escapeXml(source)}" passive="#${escapeXml(target)}"/>`,
	);
	const keywords = Object.entries(graph.documentLabels).map(
		([name, value]) => `<keywords scheme="${escapeXml(name)}"><term>${escapeXml(value)}</term></keywords>`,
	);
	const standOff = [...grouped('spanGrp', spans), ...grouped('listRelation', relations), ...grouped('noteGrp', notes)];
	const source = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="ar">
<teiHeader>
<fileDesc><titleStmt><title>${escapeXml(allowedInXml(path))}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p>${escapeXml(allowedInXml(path))}</p></sourceDesc></fileDesc>
<encodingDesc><editorialDecl><quotation marks="all"><p/></quotation></editorialDecl></encodingDesc>
${keywords.length === 0 ? '' : `<profileDesc><textClass>${keywords.join('')}</textClass></profileDesc>\n`}</teiHeader>
<text><body><ab xml:space="preserve">${body}</ab></body></text>
${standOff.length === 0 ? '' : `<standOff>\n${standOff.join('\n')}\n</standOff>\n`}</TEI>
`;
	const lost = text === article.text ? [] : [{ code: 'lost-character', id: '', text: path }];
	return {
		files: [{ path: path.replace(/\.txt$/, '.xml'), text: allowedInXml(source) }],
		losses: [...losses, ...lost],
	};
}

const nowhere: Span = { start: 0, end: 0 };

/** Marks that nest, outer before inner, and those that cross one of them. */
function nestedOf(marks: readonly Mark[]): { readonly inside: readonly Mark[]; readonly crossing: readonly Mark[] } {
	const sorted = [...marks].sort((a, b) => {
		const [one, other] = [a.parts[0] ?? nowhere, b.parts[0] ?? nowhere];
		return one.start - other.start || other.end - one.end;
	});
	const inside: Mark[] = [];
	const crossing: Mark[] = [];
	const around: number[] = [];
	for (const mark of sorted) {
		const { start, end } = mark.parts[0] ?? nowhere;
		while (around.length > 0 && (around.at(-1) ?? 0) <= start) around.pop();
		if (end <= (around.at(-1) ?? Number.POSITIVE_INFINITY)) {
			around.push(end);
			inside.push(mark);
		} else {
			crossing.push(mark);
		}
	}
	return { inside, crossing };
}

interface Tag {
	readonly at: number;
	/** Ends first, then anchors, then beginnings. */
	readonly order: number;
	readonly index: number;
	readonly tag: string;
}

function withTags(text: string, tags: readonly Tag[]): string {
	let output = '';
	let from = 0;
	for (const { at, tag } of [...tags].sort((a, b) => a.at - b.at || a.order - b.order || a.index - b.index)) {
		output += escapeXml(text.slice(from, at)) + tag;
		from = at;
	}
	return output + escapeXml(text.slice(from));
}

function grouped(name: string, lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : [`<${name}>`, ...lines, `</${name}>`];
}
