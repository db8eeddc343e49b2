/** The embedded desktop in pure Java: logon screen, terminal, session information; needs nothing installed. */
@NullMarked
package oriel.desktop.embedded;

import org.jspecify.annotations.NullMarked;
