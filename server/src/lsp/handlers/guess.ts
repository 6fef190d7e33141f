import { guess } from '../../core/features/guess.ts';
import type { GuessParams, GuessResult } from '../../protocol/requests.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

export function handleGuess(document: OpenDocument, params: GuessParams): GuessResult {
	const { text, view, parsed } = document;
	const found = guess(
		view,
		parsed,
		params.content.map(range => fromProto.span(text, range)),
	);
	const words = ({ start, end }: { readonly start: number; readonly end: number }): string =>
		view.text.slice(start, end);
	return {
		type: found.type,
		cues: found.cues.map(span => ({ range: toProto.range(text, span), text: words(span) })),
		speakers: found.speakers.map(({ span, name, entity }) => ({
			text: span === undefined ? (name ?? '') : words(span),
			...(span && { range: toProto.range(text, span) }),
			...(name !== undefined && { name }),
			...(entity !== undefined && { entity }),
		})),
	};
}
