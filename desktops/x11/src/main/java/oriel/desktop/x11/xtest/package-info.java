/** Keys and buttons that nobody presses: the extension XTEST, version 2.2. */
@NullMarked
package oriel.desktop.x11.xtest;

import org.jspecify.annotations.NullMarked;
