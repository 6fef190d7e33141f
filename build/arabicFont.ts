import { run } from './processes.ts';

/** Whether the machine's browsers find a face made for reading Arabic: macOS and Windows bring one, Linux may not. */
export async function hasArabicFont(): Promise<boolean> {
	if (process.platform !== 'linux') return true;
	const listed = await run('fc-list', [':lang=ar', 'family']).catch(() => undefined);
	return listed?.code === 0 && listed.output.split('\n').some(isProperArabicFace);
}

/** Whether a line of `fc-list : family` names a face made for reading Arabic, not one that merely covers its letters. */
export function isProperArabicFace(families: string): boolean {
	return families.trim() !== '' && !/^(DejaVu|Free(Mono|Sans|Serif)|(GNU )?Unifont|Code2000)/i.test(families.trim());
}

/** A font configuration that adds the fonts of build/browser, installed in `folder`, to the system's. */
export function arabicFontConfiguration(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${escaped(folder)}/node_modules/@expo-google-fonts/noto-naskh-arabic</dir>
	<dir>${escaped(folder)}/latin-fonts</dir>
	<cachedir>${escaped(folder)}/font-cache</cachedir>
</fontconfig>
`;
}

function escaped(path: string): string {
	return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
