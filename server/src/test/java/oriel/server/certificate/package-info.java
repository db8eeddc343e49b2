/** Tests of the package of the same name. */
@NullMarked
package oriel.server.certificate;

import org.jspecify.annotations.NullMarked;
