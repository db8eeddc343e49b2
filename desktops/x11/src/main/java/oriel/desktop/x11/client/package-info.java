/**
 * An X11 client in pure Java: a connection to an X server over a Unix socket, and the requests, replies and events of the core protocol
 * (X Window System Protocol, X Consortium Standard, X Version 11) that a desktop needs. What a server sends is not trusted: lengths are
 * checked before anything is allocated, and every wait has a time limit.
 */
@NullMarked
package oriel.desktop.x11.client;

import org.jspecify.annotations.NullMarked;
