/**
 * Programs on pseudo-terminals, through the C library and the foreign function API (Linux; pty(7), tty_ioctl(4)). A
 * program runs as leader of a session of its own whose controlling terminal is the PTY, so that job control works and
 * closing the terminal hangs it up.
 *
 * <p>Native access of this module must be enabled ({@code --enable-native-access}). Not done: systems other than Linux,
 * utmp records.
 */
@NullMarked
package oriel.desktop.embedded.pty;

import org.jspecify.annotations.NullMarked;
