/** The processes of an X11 session: how they are started, limited, watched and ended. */
@NullMarked
package oriel.xsession;

import org.jspecify.annotations.NullMarked;
