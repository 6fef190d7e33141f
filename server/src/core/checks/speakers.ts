import type { DocumentView, Problem } from '../model.ts';

/**
 * Check: confirmed statements without a speaker.
 *
 * Neither words nor a name nor a key says who speaks. Off unless asked for: many a headline has none.
 */
export function checkSpeakers(view: DocumentView): readonly Problem[] {
	return view.statements.flatMap(({ status, speaker, speakerName, speakerEntity, content }) => {
		const known = speaker !== undefined || speakerName !== undefined || speakerEntity !== undefined;
		const span = content[0];
		return status === 'confirmed' && !known && span
			? [{ code: 'statement-without-speaker', severity: 'info' as const, span }]
			: [];
	});
}
