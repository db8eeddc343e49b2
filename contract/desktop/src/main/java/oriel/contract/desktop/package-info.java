/** What a session shows and takes in: screen, cursor, keyboard, pointer. Floor 1; knows only the JDK. */
@NullMarked
package oriel.contract.desktop;

import org.jspecify.annotations.NullMarked;
