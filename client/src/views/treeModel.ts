import type { DocumentItem, EntityItem, Range, SchemeItem, StatementItem } from '../../../server/src/protocol/types.ts';
import { compare } from '../items.ts';
import type { MessageKey } from '../messages.ts';

/** A line of the tree, with what is below it. */
export interface TreeNode {
	/** Stable while the thing is the same, so that the tree stays open where it was. */
	readonly key: string;
	readonly label: string;
	readonly description: string;
	/** For the menu and the icon: group, or status and kind of a name or statement; moved and versions ask to be looked at. */
	readonly role: 'group' | `${'suggested' | 'confirmed' | 'orphan' | 'moved' | 'versions'}.${'entity' | 'statement'}`;
	/** What a click goes to and the actions are about. */
	readonly id?: string;
	readonly tooltip?: string;
	readonly open: boolean;
	readonly children: readonly TreeNode[];
}

export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The document as a tree: names by label and then by name, statements by speaker, and what somebody must look at: decisions that were
 * found again only nearly, that a merge kept in two versions, and that have no place.
 */
export function treeOf(document: DocumentItem, scheme: SchemeItem, t: Translate): readonly TreeNode[] {
	const names = document.entities.filter(isShown);
	const statements = document.statements.filter(isShown);
	const orphans = [...document.entities, ...document.statements].filter(({ status }) => status === 'orphan');
	const open = [...names, ...statements].filter(({ moved, alternatives }) => moved || (alternatives?.length ?? 0) > 0);
	return [
		group('names', t('kind-entities'), names.length, labelGroups(names, scheme, t), true),
		group('statements', t('kind-statements'), statements.length, speakerGroups(statements, scheme, t), true),
		group(
			'open',
			t('to-look-at'),
			open.length,
			open.map(item => openNode(item, t)),
			true,
		),
		group(
			'orphans',
			t('orphans'),
			orphans.length,
			orphans.map(orphan => orphanNode(orphan)),
			true,
		),
	].filter(({ children }) => children.length > 0);
}

function labelGroups(names: readonly EntityItem[], scheme: SchemeItem, t: Translate): readonly TreeNode[] {
	const order = scheme.entities.map(({ label }) => label);
	return [...groupBy(names, ({ label }) => label)]
		.sort(([a], [b]) => place(order, a) - place(order, b) || (a < b ? -1 : 1))
		.map(([label, mentions]) => {
			const title = scheme.entities.find(known => known.label === label)?.name ?? label;
			const byName = [...groupBy(mentions, ({ name }) => name)].map(([name, same]) =>
				nameNode(`${label} ${name}`, same, t),
			);
			return group(`label ${label}`, title, mentions.length, byName, true);
		});
}

function nameNode(key: string, mentions: readonly EntityItem[], t: Translate): TreeNode {
	const [first] = mentions;
	const fullest = mentions.reduce(
		(best, { text, form }) => ((form ?? text).length > best.length ? (form ?? text) : best),
		'',
	);
	const left = mentions.filter(({ status }) => status === 'suggested').length;
	if (first && mentions.length === 1) return mentionNode(first, fullest);
	return {
		key: `name ${key}`,
		label: fullest,
		description: [`×${mentions.length}`, ...(left > 0 ? [t('left', { count: left })] : [])].join(' · '),
		role: 'group',
		...(first ? { id: first.id } : {}),
		open: false,
		children: mentions.map(mention => mentionNode(mention, mention.text)),
	};
}

function mentionNode({ id, status, range, entity, comment, flag }: EntityItem, label: string): TreeNode {
	return {
		key: `entity ${id}`,
		label,
		description: [String(range.start.line + 1), ...(entity ? [entity] : []), ...(flag ? ['⚑'] : [])].join(' · '),
		role: status === 'suggested' ? 'suggested.entity' : 'confirmed.entity',
		id,
		...(comment ? { tooltip: comment } : {}),
		open: false,
		children: [],
	};
}

function speakerGroups(statements: readonly StatementItem[], scheme: SchemeItem, t: Translate): readonly TreeNode[] {
	return [...groupBy(statements, ({ speakerEntity, speakerName }) => speakerName ?? speakerEntity ?? '')].map(
		([speaker, said]) => {
			const name = said.find(({ speakerName }) => speakerName !== undefined)?.speakerName;
			const children = said.map(statement => statementNode(statement, scheme));
			return group(`speaker ${speaker}`, name ?? t('unknown-speaker'), said.length, children, true);
		},
	);
}

function statementNode(statement: StatementItem, scheme: SchemeItem): TreeNode {
	const { id, status, type, text, comment, flag } = statement;
	const typeName = scheme.statements.types.find(({ label }) => label === type)?.name ?? type;
	return {
		key: `statement ${id}`,
		label: clip(text),
		description: [typeName, ...(flag ? ['⚑'] : [])].join(' · '),
		role: status === 'suggested' ? 'suggested.statement' : 'confirmed.statement',
		id,
		tooltip: comment ? `${text}\n\n${comment}` : text,
		open: false,
		children: [],
	};
}

function openNode(item: EntityItem | StatementItem, t: Translate): TreeNode {
	const reason = (item.alternatives?.length ?? 0) > 0 ? 'versions' : 'moved';
	return {
		key: `open ${item.id}`,
		label: clip(item.text),
		description: t(reason === 'versions' ? 'two-versions' : 'found-nearby'),
		role: `${reason}.${'content' in item ? 'statement' : 'entity'}`,
		id: item.id,
		tooltip: item.text,
		open: false,
		children: [],
	};
}

function orphanNode(orphan: EntityItem | StatementItem): TreeNode {
	const statement = 'content' in orphan;
	return {
		key: `orphan ${orphan.id}`,
		label: clip(orphan.text),
		description: statement ? orphan.type : orphan.label,
		role: statement ? 'orphan.statement' : 'orphan.entity',
		id: orphan.id,
		tooltip: orphan.text,
		open: false,
		children: [],
	};
}

function group(key: string, label: string, count: number, children: readonly TreeNode[], open: boolean): TreeNode {
	return { key, label: clip(label), description: String(count), role: 'group', tooltip: label, open, children };
}

function isShown({ status }: { readonly status: string }): boolean {
	return status === 'suggested' || status === 'confirmed';
}

/** Groups in the order of their first members, which are in the order of the text. */
function groupBy<T extends { readonly range?: Range; readonly content?: readonly Range[] }>(
	items: readonly T[],
	keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items.toSorted((a, b) => compare(startOf(a), startOf(b)))) {
		const members = groups.get(keyOf(item));
		if (members) members.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}

function startOf({ range, content }: { readonly range?: Range; readonly content?: readonly Range[] }): Range['start'] {
	return range?.start ?? content?.[0]?.start ?? { line: 0, character: 0 };
}

function place(order: readonly string[], label: string): number {
	const index = order.indexOf(label);
	return index < 0 ? order.length : index;
}

const longest = 32;

/** Its beginning, cut at a space: in a narrow view the beginning of a longer Arabic line would be out of sight. */
function clip(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= longest) return line;
	const cut = line.lastIndexOf(' ', longest);
	return `${line.slice(0, cut > longest / 2 ? cut : longest)}…`;
}
