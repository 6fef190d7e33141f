import { sha256Hex } from '../../server/src/core/text/hash.ts';

const corpusFile = 'isnad: 1\ninclude:\n  - news/**/*.txt\n';
const festivals = ['مهرجان الياسمين', 'مهرجان النخيل', 'مهرجان الزيتون', 'مهرجان الفرات', 'مهرجان المرجان'];
const opened = ['انطلق', 'اختتم', 'استقبل', 'تأجل', 'عاد'];
const crowds = ['وسط حضور واسع', 'في ساحة المدينة', 'بعد غياب طويل', 'مساء أمس', 'أمام جمهور كبير'];

/** Files, by path, of a corpus of so many articles whose entities are done: each names two festivals, which no model that ships knows as EVENT. */
export function doneCorpus(articles: number): Readonly<Record<string, string>> {
	const files: Record<string, string> = { 'annotations/corpus.yaml': corpusFile };
	for (let index = 0; index < articles; index++) {
		const of = (words: readonly string[], more: number): string => words[(index + more) % words.length] ?? '';
		const names = [of(festivals, 0), of(festivals, 2)];
		const text = `${of(opened, 0)} ${names[0]} ${of(crowds, 1)}.\nو${of(opened, 3)} ${names[1]} ${of(crowds, 2)}.\n`;
		const name = `news/${String(index).padStart(2, '0')}.txt`;
		files[name] = text;
		files[`annotations/${name}.yaml`] = sidecar(name, text, names);
	}
	return files;
}

function sidecar(name: string, text: string, names: readonly string[]): string {
	const records = names.map((exact, index) => {
		const start = text.indexOf(exact);
		return `  - id: e${index}aaaa
    kind: entity
    state: confirmed
    label: EVENT
    span: [${start}, ${start + exact.length}]
    exact: ${exact}
`;
	});
	return `isnad: 1
text: ${name}
sha256: ${sha256Hex(text)}
length: ${text.length}
status: { entities: done, statements: new }
records:
${records.join('')}`;
}
