package oriel.rdp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.clipboard.ClipboardChannel;
import oriel.rdp.clipboard.Sizes;
import oriel.rdp.sound.SoundChannel;

/**
 * Clipboard and sound of a client: their channels are taken into use when a session wants them for the first time, and serve one
 * attachment after another from then on. A client that has not the channel has not the device.
 */
final class ClientDevices {

    private static final Logger LOG = LoggerFactory.getLogger(ClientDevices.class);

    /** Nothing that a client sends about sound is longer than its list of formats. */
    private static final int LARGEST_OF_SOUND = 1 << 17;

    private final String owner;
    private final ConnectionSurroundings surroundings;
    private final RoundTripProbe probe;

    // guarded by this
    private @Nullable ClipboardChannel clipboard;
    private @Nullable SoundChannel sound;

    /**
     * Takes no channel yet.
     *
     * @param owner whose they are, for the log
     */
    ClientDevices(String owner, ConnectionSurroundings surroundings, RoundTripProbe probe) {
        this.owner = owner;
        this.surroundings = surroundings;
        this.probe = probe;
    }

    /** The clipboard for the next attachment. */
    synchronized Optional<ClipboardEndpoint> clipboard(ClientChannels channels) {
        if (surroundings.policy().get().disableClip().orElse(false)) {
            return Optional.empty();
        }
        if (clipboard == null) {
            Optional<VirtualChannel> channel = open(channels, ClipboardChannel.NAME, Sizes.MESSAGE);
            if (channel.isEmpty()) {
                return Optional.empty();
            }
            clipboard = new ClipboardChannel(channel.get(), owner);
            clipboard.begin();
        }
        return Optional.of(clipboard.endpoint());
    }

    /** The loudspeaker for the next attachment. */
    synchronized Optional<SoundEndpoint> sound(ClientChannels channels) {
        if (sound == null) {
            Optional<VirtualChannel> channel = open(channels, SoundChannel.NAME, LARGEST_OF_SOUND);
            if (channel.isEmpty()) {
                return Optional.empty();
            }
            sound = new SoundChannel(
                    channel.get(), owner, surroundings.options().soundCodec(), probe::lastMicros, surroundings.clock());
            sound.begin();
        }
        return Optional.of(sound.endpoint());
    }

    private Optional<VirtualChannel> open(ClientChannels channels, String name, int largest) {
        try {
            return Optional.of(channels.open(name, largest));
        } catch (ProtocolException e) {
            LOG.debug("No {} for {}: {}.", name, owner, e.getMessage());
            return Optional.empty();
        }
    }
}
