package oriel.contract.protocol;

import java.util.Optional;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.SoundEndpoint;

/**
 * Further devices of a client, for connections whose protocol carries them; looked for by the service as it looks for {@link
 * ProtocolConnection2}. Oriel's own addition: on Windows clipboard and sound are programs in the session that open virtual
 * channels by themselves. Asked for after each {@code LogonNotify}: a logon screen shares no clipboard and plays no sound.
 */
public interface ProtocolConnectionDevices {

    /**
     * {@code GetClipboardHandle}: the client's clipboard, a fresh endpoint for each attachment.
     *
     * @return the endpoint, opened and closed by the service; empty = the client shares none
     * @throws ProtocolException treated like empty
     */
    Optional<ClipboardEndpoint> getClipboardHandle() throws ProtocolException;

    /**
     * {@code GetSoundHandle}: the client's loudspeaker, a fresh endpoint for each attachment.
     *
     * @return the endpoint, closed by the service; empty = the client plays no sound
     * @throws ProtocolException treated like empty
     */
    Optional<SoundEndpoint> getSoundHandle() throws ProtocolException;
}
