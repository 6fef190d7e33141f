import { acceptedEntity, acceptedStatement } from '../decisions/accepted.ts';
import type { Analysis, AnnotationRecord } from '../model.ts';
import { sortRecords } from '../sidecar/order.ts';
import { documentState } from '../sidecar/session.ts';
import type { Article } from './format.ts';

/** The article with what the machine suggests beside what is decided, as far as no decision hides it. */
export function withSuggestions(article: Article, analysis: Analysis): Article {
	const { text, annotations } = article;
	const state = documentState(text, analysis, annotations);
	const suggestions: readonly AnnotationRecord[] = [
		...state.view.entities.filter(({ status }) => status === 'suggested').map(view => acceptedEntity(state, view)),
		...state.view.statements.filter(({ status }) => status === 'suggested').map(view => acceptedStatement(state, view)),
	].map(({ review: _nobody, ...record }) => record);
	return {
		...article,
		annotations: { ...annotations, records: sortRecords([...annotations.records, ...suggestions]) },
		suggested: new Set(suggestions.map(({ id }) => id)),
	};
}
