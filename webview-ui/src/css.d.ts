/** Bundled into the stylesheet that the host links. */
declare module '*.css';
