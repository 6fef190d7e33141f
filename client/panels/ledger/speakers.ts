import type { Speaker } from '../../src/panels/messages/ledger.ts';

/** The speakers whose names have every word that was typed, in their own order; marks, tatweel and kinds of a letter do not matter. */
export function speakersLike(speakers: readonly Speaker[], typed: string): readonly Speaker[] {
	const wanted = plain(typed).split(' ');
	return speakers.filter(({ id, name }) => {
		const words = `${plain(name)} ${plain(id)}`;
		return wanted.every(word => words.includes(word));
	});
}

function plain(words: string): string {
	return words
		.normalize('NFKC')
		.replace(/[\p{M}\u0640]/gu, '')
		.replace(/[أإآٱ]/g, 'ا')
		.replace(/ى/g, 'ي')
		.replace(/ة/g, 'ه')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}
