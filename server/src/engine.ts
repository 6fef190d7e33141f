/** Put in when the bundles are built: the version, and a hash of everything that analyses. */
declare const isnadEngine: string | undefined;

/** Names what analyses texts in this build, the same in all its programs; undefined when run from source. */
export const engine: string | undefined = typeof isnadEngine === 'string' ? isnadEngine : undefined;
