/**
 * The clipboard of an X11 session: selections as in the Inter-Client Communication Conventions Manual (ICCCM 2.0, section 2), changes of
 * owners as the extension XFIXES tells them. Programs of the session are not trusted: every wait has a time limit, every
 * content a size limit, floods are slowed down. Not done: COMPOUND_TEXT, and the primary selection towards the client.
 */
@NullMarked
package oriel.desktop.x11.clipboard;

import org.jspecify.annotations.NullMarked;
