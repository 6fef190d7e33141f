import type { Memento } from 'vscode';
import { type Look, looks } from './messages.ts';

const memoryKey = 'isnad.reader.look';

/** How the text looked last, within what is sensible. */
export function rememberedLook(memory: Memento): Look {
	const kept = memory.get<Partial<Look>>(memoryKey, {});
	const value = (name: keyof Look): number => {
		const { least, usual, most } = looks[name];
		const known = kept[name];
		return typeof known === 'number' && known >= least && known <= most ? known : usual;
	};
	return { size: value('size'), leading: value('leading'), width: value('width') };
}

export async function rememberLook(memory: Memento, look: Look): Promise<void> {
	await memory.update(memoryKey, look);
}
