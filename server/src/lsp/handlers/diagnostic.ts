import {
	type Diagnostic,
	DiagnosticSeverity,
	type DocumentDiagnosticParams,
	type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checkDocument } from '../../core/checks/checkDocument.ts';
import { checkSidecarLabels } from '../../core/checks/sidecarLabels.ts';
import { say } from '../../core/messages/say.ts';
import type { Problem } from '../../core/model.ts';
import type { OpenDocument } from '../openDocument.ts';
import type { OpenSidecar } from '../openSidecar.ts';
import type { RequestContext } from '../request.ts';
import * as toProto from '../toProto.ts';

/** Without a scheme, labels are not looked at. */
type Wording = Pick<RequestContext, 'language'> & Partial<Pick<RequestContext, 'scheme'>>;

export function handleDiagnostic(
	document: OpenDocument | OpenSidecar,
	_params: DocumentDiagnosticParams,
	context: Wording,
): DocumentDiagnosticReport {
	return { kind: 'full', items: diagnostics(document, context) };
}

/** What is wrong with an open article or sidecar; also for clients to which it must be pushed. No tags: they scramble Arabic. */
export function diagnostics(document: OpenDocument | OpenSidecar, context: Wording): Diagnostic[] {
	return 'view' in document ? ofArticle(document, context) : ofSidecar(document, context);
}

/** Problems of other files shown on an article; more would bury its own. */
const most = 20;

function ofArticle(document: OpenDocument, context: Wording): Diagnostic[] {
	const own = document.problems.filter(problem => !isElsewhere(problem));
	const elsewhere = document.problems.filter(problem => isElsewhere(problem) && problem.severity !== 'info');
	return [
		...elsewhere.slice(0, most).map(problem => aboutAnotherFile(document, problem, context)),
		...own.map(problem => diagnostic(document, problem, context)),
		...checkDocument(document.view).map(problem => diagnostic(document, problem, context)),
	];
}

function ofSidecar(sidecar: OpenSidecar, context: Wording): Diagnostic[] {
	const labels = context.scheme?.entities.map(({ label }) => label);
	const unknown = labels === undefined ? [] : checkSidecarLabels(sidecar.text.getText(), labels);
	return [...sidecar.problems, ...unknown].map(problem => diagnostic(sidecar, problem, context));
}

/** A problem's span is in the file that is wrong, which its code names. */
function isElsewhere({ code }: Problem): boolean {
	return /^(sidecar|scheme|corpus|register|merge|save)-/.test(code);
}

/** At the beginning of the article, with a way to the sidecar where it is that. */
function aboutAnotherFile(document: OpenDocument, problem: Problem, context: Wording): Diagnostic {
	const { span: _span, ...rest } = problem;
	const shown = diagnostic(document, rest, context);
	if (document.sidecar === undefined || !problem.code.startsWith('sidecar-')) {
		return shown;
	}
	const message = say(context.language, 'link-open-sidecar');
	return { ...shown, relatedInformation: [{ location: { uri: document.sidecar, range: start }, message }] };
}

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const severities: Readonly<Record<Problem['severity'], DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
};

function diagnostic({ text }: OpenDocument | OpenSidecar, problem: Problem, { language }: Wording): Diagnostic {
	const { code, message, range } = toProto.problemItem(problem, language, text);
	return { range: range ?? start, severity: severities[problem.severity], code, source: 'isnad', message };
}
