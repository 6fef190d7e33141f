import type { FormatFile, Holds } from '../format.ts';

/** What a UIMA CAS, and WebAnno's TSV, can hold with the layers that we write. */
export const casHolds: Holds = {
	text: 'whole',
	nested: true,
	overlapping: true,
	discontinuous: 'linked',
	relations: true,
	fields: 'all',
	comments: true,
	rejected: false,
	documentLabels: false,
};

/** Our layers as INCEpTION names such: one for spans, one for links between them. */
export const spanType = 'webanno.custom.Span';
export const relationType = 'webanno.custom.Relation';
export const metaType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';

interface CasType {
	readonly name: string;
	readonly parent: string;
	/** Name and range. */
	readonly features: readonly (readonly [string, string])[];
}

const string = 'uima.cas.String';

/** The types that our files use and UIMA does not bring. */
export const casTypes: readonly CasType[] = [
	{
		name: spanType,
		parent: 'uima.tcas.Annotation',
		features: [
			['label', string],
			['details', string],
		],
	},
	{
		name: relationType,
		parent: 'uima.tcas.Annotation',
		features: [
			['Dependent', spanType],
			['Governor', spanType],
			['role', string],
			['details', string],
		],
	},
	{
		name: metaType,
		parent: 'uima.tcas.DocumentAnnotation',
		features: [
			['documentTitle', string],
			['documentId', string],
		],
	},
];

/** The same as UIMA's XML, which INCEpTION imports as layers, and readers of XMI need. */
export const typeSystemFile: FormatFile = {
	path: 'TypeSystem.xml',
	text: `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <types>
${casTypes
	.map(
		({ name, parent, features }) => `    <typeDescription>
      <name>${name}</name>
      <description/>
      <supertypeName>${parent}</supertypeName>
      <features>
${features
	.map(
		([feature, range]) => `        <featureDescription>
          <name>${feature}</name>
          <description/>
          <rangeTypeName>${range}</rangeTypeName>
        </featureDescription>
`,
	)
	.join('')}      </features>
    </typeDescription>
`,
	)
	.join('')}  </types>
</typeSystemDescription>
`,
};
