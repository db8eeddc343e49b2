/**
 * The configuration: one list of keys ({@link oriel.server.config.Keys}) from which the file with its documentation, its
 * validation and the values all come. A flag wins over the environment, the environment over the file, the file over what
 * is built in.
 */
@NullMarked
package oriel.server.config;

import org.jspecify.annotations.NullMarked;
