import { MessageType, ShowMessageRequest } from 'vscode-languageserver';
import { say } from '../core/messages/say.ts';
import type { Problem } from '../core/model.ts';
import type { World } from './world.ts';

/**
 * Tells the user of a problem and asks to choose an answer, by the codes of their messages. Undefined where the user chose none,
 * `unable` where the client cannot ask. The answer may come much later or never: nothing may wait for it. Never rejects.
 */
export async function ask<C extends string>(
	{ connection, settings: { language } }: World,
	problem: Problem,
	choices: readonly C[],
): Promise<C | 'unable' | undefined> {
	const actions = choices.map(code => ({ title: say(language, code) }));
	try {
		const answer = await connection.sendRequest(ShowMessageRequest.type, {
			type: problem.severity === 'info' ? MessageType.Info : MessageType.Warning,
			// Editors make links of `[words](command:…)`, and a file may be called so.
			message: say(language, problem.code, problem.values).replaceAll('](', ']\u2060('),
			actions,
		});
		return choices[actions.findIndex(({ title }) => title === answer?.title)];
	} catch {
		return 'unable';
	}
}
