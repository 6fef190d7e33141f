import { bratText, readBrat } from './brat/readBrat.ts';
import { bratConfPaths, readBratConf } from './brat/readBratConf.ts';
import { bratHolds, writeBrat } from './brat/writeBrat.ts';
import { writeBratConf } from './brat/writeBratConf.ts';
import type { Format } from './format.ts';

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
];
