/** What the programs of a session play: read from the FIFO to which their sound server writes it. */
@NullMarked
package oriel.desktop.x11.sound;

import org.jspecify.annotations.NullMarked;
