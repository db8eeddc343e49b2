/**
 * The keyboard of an X11 session: which layout of XKB (the X Keyboard Extension, protocol version 1.0) stands for which of
 * Windows, which key of the X server for which scan code, characters that are no key of the layout, lock keys in step. Not done:
 * input methods of the client's; they belong in the session.
 */
@NullMarked
package oriel.desktop.x11.keyboard;

import org.jspecify.annotations.NullMarked;
