/** The Reader's name among VS Code's custom editors. */
export const readerView = 'isnad.reader';
