/**
 * Oriel beside its peers, in one run: the same probe connects to each server in turn, on loopback, and the figures are
 * printed as medians and as ratios to Oriel's. Peers come from Debian's packages ({@code xrdp}, {@code xorgxrdp}, {@code
 * freerdp2-shadow-x11}, {@code tigervnc-standalone-server}); one that is missing is reported as not run. Start with
 * {@code ./oriel bench}.
 */
@NullMarked
package oriel.bench;

import org.jspecify.annotations.NullMarked;
