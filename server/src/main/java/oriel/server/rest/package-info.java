/**
 * The REST interface: what the command line can ask of the service, over HTTP, for whoever has the token. Off unless the
 * configuration names an address. It speaks plain HTTP on loopback addresses only; a proxy adds TLS for others.
 */
@NullMarked
package oriel.server.rest;

import org.jspecify.annotations.NullMarked;
