package oriel.contract.desktop;

/** In which form the content of a clipboard can be had. */
public enum ClipboardFormat {
    /** Text in UTF-8, lines separated by line feeds, no byte order mark and no zero at the end. */
    TEXT,
    /** A piece of HTML in UTF-8, without the header that Windows puts before it. */
    HTML,
    /** A picture in PNG. */
    PNG
}
