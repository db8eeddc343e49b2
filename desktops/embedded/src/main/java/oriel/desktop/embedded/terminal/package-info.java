/**
 * The terminal: an emulator that takes what programs for {@code xterm-256color} write and keeps the screen it means, and
 * the window content that shows it.
 *
 * <p>From the outside in: {@link oriel.desktop.embedded.terminal.TerminalContent} (a window with a program on a PTY),
 * {@code TerminalPainter} (cells to pixels), {@code Terminal} (the emulator: bytes in, screen and replies out),
 * {@code Parser} and {@code Utf8Decoder} (bytes to functions), {@code Grid}, {@code Row} and {@code ScrollBack} (the cells).
 * Everything below the content is pure: no threads, clocks or files.
 *
 * <p>Implemented are ECMA-48 (5th edition), the DEC VT220 functions and those of xterm that programs use ("XTerm Control
 * Sequences", ctlseqs). Not done: left and right margins, double-width lines, rectangular area operations, Sixel and other
 * pictures, hyperlinks (OSC 8 is swallowed), clipboard access by programs (OSC 52 is refused on purpose: a program that can
 * print could otherwise read or replace what the user copied).
 */
@NullMarked
package oriel.desktop.embedded.terminal;

import org.jspecify.annotations.NullMarked;
