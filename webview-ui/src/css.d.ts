/** CSS files are bundled into the stylesheet that the host links. */
declare module '*.css';
