/** Proves PTYs with real programs. */
@NullMarked
package oriel.desktop.embedded.pty;

import org.jspecify.annotations.NullMarked;
