import { bratText, readBrat } from './brat/readBrat.ts';
import { bratConfPaths, readBratConf } from './brat/readBratConf.ts';
import { bratHolds, writeBrat } from './brat/writeBrat.ts';
import { writeBratConf } from './brat/writeBratConf.ts';
import { inceptionLayer, isWork, textCandidates } from './cas/inceptionPaths.ts';
import { readCasJson } from './cas/readCasJson.ts';
import { readXmi, typeSystemPaths } from './cas/readXmi.ts';
import { casHolds, typeSystemFile } from './cas/typeSystem.ts';
import { writeCasJson } from './cas/writeCasJson.ts';
import { writeXmi } from './cas/writeXmi.ts';
import { readColumns } from './conll/readColumns.ts';
import { readConllu } from './conll/readConllu.ts';
import { conllHolds, wojoodHolds, writeConll, writeWojood } from './conll/writeConll.ts';
import { conlluHolds, writeConllu } from './conll/writeConllu.ts';
import { csvTexts, readCsvRecords } from './csv/readCsvRecords.ts';
import { csvCollection, csvHolds, writeCsv } from './csv/writeCsv.ts';
import { readDoccano, readDoccanoLabels } from './doccano/readDoccano.ts';
import { doccanoCollection, doccanoHolds, writeDoccano, writeDoccanoLabels } from './doccano/writeDoccano.ts';
import type { Format } from './format.ts';
import { labelConfigPaths, readLabelConfig, readLabelStudio } from './labelStudio/readLabelStudio.ts';
import {
	labelStudioCollection,
	labelStudioHolds,
	writeLabelConfig,
	writeLabelStudio,
} from './labelStudio/writeLabelStudio.ts';
import { readProdigy } from './prodigy/readProdigy.ts';
import { prodigyCollection, prodigyHolds, writeProdigy } from './prodigy/writeProdigy.ts';
import { readTei } from './tei/readTei.ts';
import { teiHolds, writeTei } from './tei/writeTei.ts';
import { readW3c, w3cTexts } from './w3c/readW3c.ts';
import { w3cHolds, writeW3c } from './w3c/writeW3c.ts';
import { readTsv } from './webanno/readTsv.ts';
import { writeTsv } from './webanno/writeTsv.ts';

/** Every format that a corpus is written to or read from. */
export const formats: readonly Format[] = [
	{
		id: 'brat',
		title: 'brat standoff',
		extensions: ['.ann'],
		unit: 'codePoints',
		holds: bratHolds,
		exporter: { setup: writeBratConf, article: writeBrat },
		importer: {
			takes: path => path.endsWith('.ann'),
			needs: file => [bratText(file)],
			read: readBrat,
			setup: { paths: bratConfPaths, scheme: readBratConf },
		},
	},
	{
		id: 'conll',
		title: 'CoNLL-2003 columns (IOB2), flat',
		extensions: ['.conll', '.iob', '.iob2', '.bio'],
		unit: 'tokens',
		holds: conllHolds,
		exporter: { article: writeConll },
		importer: { takes: path => /\.(conll|iob2?|bio)$/.test(path), read: readColumns('last') },
	},
	{
		id: 'wojood',
		title: 'Wojood columns, nested',
		extensions: ['.wojood'],
		unit: 'tokens',
		holds: wojoodHolds,
		exporter: { article: writeWojood },
		importer: { takes: path => path.endsWith('.wojood'), read: readColumns('all') },
	},
	{
		id: 'conllu',
		title: 'CoNLL-U, clitics as multiword tokens',
		extensions: ['.conllu'],
		unit: 'tokens',
		holds: conlluHolds,
		exporter: { article: writeConllu },
		importer: { takes: path => path.endsWith('.conllu'), read: readConllu },
	},
	{
		id: 'doccano',
		title: 'doccano JSONL, spans and relations',
		extensions: ['.jsonl'],
		unit: 'utf16',
		holds: doccanoHolds,
		exporter: { setup: writeDoccanoLabels, collection: doccanoCollection, article: writeDoccano },
		importer: {
			takes: path => path.endsWith('.jsonl'),
			read: readDoccano,
			setup: { paths: ['label_config.json', 'span_config.json'], scheme: readDoccanoLabels },
		},
	},
	{
		id: 'label-studio',
		title: 'Label Studio tasks (JSON; reads JSON-MIN)',
		extensions: ['.json'],
		unit: 'utf16',
		holds: labelStudioHolds,
		exporter: { setup: writeLabelConfig, collection: labelStudioCollection, article: writeLabelStudio },
		importer: {
			takes: path => path.endsWith('.json'),
			read: readLabelStudio,
			setup: { paths: labelConfigPaths, scheme: readLabelConfig },
		},
	},
	{
		id: 'webanno-tsv',
		title: 'WebAnno TSV 3.3 (INCEpTION)',
		extensions: ['.tsv'],
		unit: 'utf16',
		holds: casHolds,
		exporter: { setup: () => [typeSystemFile], article: writeTsv },
		importer: {
			takes: path => path.endsWith('.tsv') && isWork(path),
			needs: ({ path }) => textCandidates(path),
			layer: inceptionLayer,
			read: readTsv,
		},
	},
	{
		id: 'cas-json',
		title: 'UIMA CAS JSON 0.4 (INCEpTION, cassis)',
		extensions: ['.json'],
		unit: 'utf16',
		holds: casHolds,
		exporter: { article: writeCasJson },
		importer: { takes: path => path.endsWith('.json') && isWork(path), layer: inceptionLayer, read: readCasJson },
	},
	{
		id: 'cas-xmi',
		title: 'UIMA CAS XMI with its type system (INCEpTION, cassis)',
		extensions: ['.xmi'],
		unit: 'utf16',
		holds: casHolds,
		exporter: { setup: () => [typeSystemFile], article: writeXmi },
		importer: {
			takes: path => path.endsWith('.xmi') && isWork(path),
			needs: typeSystemPaths,
			layer: inceptionLayer,
			read: readXmi,
		},
	},
	{
		id: 'prodigy',
		title: 'Prodigy and spaCy JSONL',
		extensions: ['.jsonl'],
		unit: 'codePoints',
		holds: prodigyHolds,
		exporter: { collection: prodigyCollection, article: writeProdigy },
		importer: { takes: path => path.endsWith('.jsonl'), read: readProdigy },
	},
	{
		id: 'w3c',
		title: 'W3C Web Annotation (JSON-LD)',
		extensions: ['.jsonld'],
		unit: 'codePoints',
		holds: w3cHolds,
		exporter: { article: writeW3c },
		importer: { takes: path => path.endsWith('.jsonld'), needs: w3cTexts, read: readW3c },
	},
	{
		id: 'csv',
		title: 'CSV, a row a record',
		extensions: ['.csv'],
		unit: 'codePoints',
		holds: csvHolds,
		exporter: { collection: csvCollection, article: writeCsv },
		importer: { takes: path => path.endsWith('.csv'), needs: csvTexts, read: readCsvRecords },
	},
	{
		id: 'tei',
		title: 'TEI P5',
		extensions: ['.xml'],
		unit: 'elements',
		holds: teiHolds,
		exporter: { article: writeTei },
		importer: { takes: path => /\.(xml|tei)$/.test(path), read: readTei },
	},
];
