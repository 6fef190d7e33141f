import type { Memento, Uri } from 'vscode';
import type { AnnotationMode } from './annotating.ts';
import type { Articles } from './articles.ts';
import type { Choosing } from './choosing.ts';
import type { Comparing } from './comparing.ts';
import type { Focus } from './focus.ts';
import type { Indexes } from './indexes.ts';
import type { Readers } from './reader/readers.ts';
import type { Server } from './server.ts';
import type { Trainings } from './trainings.ts';

/** What commands and views work with. */
export interface App {
	readonly server: Server;
	readonly articles: Articles;
	readonly mode: AnnotationMode;
	readonly focus: Focus;
	readonly choosing: Choosing;
	readonly comparing: Comparing;
	readonly readers: Readers;
	readonly indexes: Indexes;
	readonly trainings: Trainings;
	/** Where the extension's own files are. */
	readonly extension: Uri;
	/** Kept for this workspace. */
	readonly memory: Memento;
	/** Whether the server is there. */
	readonly isRunning: () => boolean;
	/** Starts the server again after it ended. */
	readonly restart: () => Promise<void>;
	/** Opens the log of client and server. */
	readonly showLog: () => void;
}
