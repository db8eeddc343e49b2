/**
 * The command line: verbs as data ({@link oriel.server.command.Verb}), one small parser, help and shell completion made from
 * the same data. Written here rather than taken from a library: it starts in the time a library needs to look at itself.
 */
@NullMarked
package oriel.server.command;

import org.jspecify.annotations.NullMarked;
