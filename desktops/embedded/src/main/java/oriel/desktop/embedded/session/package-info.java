/** The window that shows a user their own session: figures, traffic, and how the connection came about. */
@NullMarked
package oriel.desktop.embedded.session;

import org.jspecify.annotations.NullMarked;
