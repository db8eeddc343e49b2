/**
 * The PDUs of the static virtual channel {@code rdpsnd} (MS-RDPEA), and the compressed form of sound that needs no licence and every client
 * knows, IMA ADPCM.
 *
 * <p>Not done: sound over UDP, encrypted sound, and the messages that belong to them; they come out as unknown.
 */
@NullMarked
package oriel.rdp.codec.sound;

import org.jspecify.annotations.NullMarked;
