import type { Article, Exported } from '../format.ts';
import { allowedInXml, escapeXml } from '../xml/escapeXml.ts';
import { casOf } from './casOf.ts';
import { metaType } from './typeSystem.ts';

/**
 * An article as UIMA CAS XMI; the type system goes beside as TypeSystem.xml. Offsets count UTF-16 units. Characters that XML cannot
 * hold become U+FFFD, one for one, with a loss.
 */
export function writeXmi(article: Article): Exported {
	const { path } = article;
	const text = allowedInXml(article.text);
	const { annotations, losses } = casOf({ ...article, text: article.text });
	const own = (id: string): number => Number(id) + 2;
	const elements = [
		element('cas:NULL', { 'xmi:id': '0' }),
		element('metadata:DocumentMetaData', {
			'xmi:id': '2',
			sofa: '1',
			begin: '0',
			end: String(text.length),
			documentTitle: path,
			documentId: path,
		}),
		...annotations.map(({ id, type, begin, end, features, references }) =>
			element(`custom:${type.slice(type.lastIndexOf('.') + 1)}`, {
				'xmi:id': String(own(id)),
				sofa: '1',
				begin: String(begin),
				end: String(end),
				...Object.fromEntries([...references].map(([feature, target]) => [feature, String(own(target))])),
				...Object.fromEntries(features),
			}),
		),
		element('cas:Sofa', { 'xmi:id': '1', sofaNum: '1', sofaID: '_InitialView', mimeType: 'text', sofaString: text }),
		element('cas:View', { sofa: '1', members: [2, ...annotations.map(({ id }) => own(id))].join(' ') }),
	];
	const namespaces = {
		'xmlns:xmi': 'http://www.omg.org/XMI',
		'xmlns:cas': 'http:///uima/cas.ecore',
		'xmlns:custom': 'http:///webanno/custom.ecore',
		'xmlns:metadata': `http:///${metaType.slice(0, metaType.lastIndexOf('.')).replaceAll('.', '/')}.ecore`,
		'xmi:version': '2.0',
	};
	const root = element('xmi:XMI', namespaces).replace(/\/>$/, '>');
	const lost = text === article.text ? [] : [{ code: 'lost-character', id: '', text: path }];
	return {
		files: [
			{
				path: `${path.replace(/\.txt$/, '')}.xmi`,
				text: `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${elements.map(line => `  ${line}\n`).join('')}</xmi:XMI>\n`,
			},
		],
		losses: [...losses, ...lost],
	};
}

function element(name: string, attributes: Readonly<Record<string, string>>): string {
	const written = Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(allowedInXml(value))}"`);
	return `<${name} ${written.join(' ')}/>`;
}
