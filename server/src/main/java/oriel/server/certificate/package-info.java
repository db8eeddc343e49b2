/** Certificates: one that signs itself for the first start, and the check of those that an administrator gives. */
@NullMarked
package oriel.server.certificate;

import org.jspecify.annotations.NullMarked;
