/** Where Oriel keeps its files, who may read them, and that one instance uses them at a time. */
@NullMarked
package oriel.server.home;

import org.jspecify.annotations.NullMarked;
