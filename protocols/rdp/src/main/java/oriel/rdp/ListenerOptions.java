package oriel.rdp;

import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.rdp.sound.SoundCodec;
import oriel.rdp.transport.ServerIdentity.PemPair;

/**
 * What a listener entry says, checked. Keys of the entry, all optional:
 *
 * <ul>
 *   <li>{@code address} – where to listen, {@code HOST:PORT}, several separated by commas; an empty host or {@code *} means
 *       every address; an IPv6 host stands in brackets. Default {@code :3389}.
 *   <li>{@code certificate} – PEM file with the certificate chain; several separated by commas, e.g. one with an EC key and one
 *       with an RSA key for clients that know nothing else. Without one every client is refused.
 *   <li>{@code key} – PEM file with the private key; as many as there are certificates, in the same order. Changed files are
 *       noticed by themselves.
 *   <li>{@code max-connections} – most connections at a time, enforced by the service. Default 0, no limit.
 *   <li>{@code half-open-per-address} – most connections that one address may be setting up at a time. Default 128.
 *   <li>{@code half-open} – the same for all addresses together. Default 1024.
 *   <li>{@code connection-rate} – new connections per second from one other host in the long run, 0 = no limit. Default 50;
 *       four times as many may come at once.
 *   <li>{@code step-timeout} – seconds a client may take for each answer while it is set up. Default 15.
 *   <li>{@code setup-timeout} – seconds for setting up a connection as a whole, licensing included. Default 60
 *       ([MS-RDPBCGR] 3.3.6.1).
 *   <li>{@code setup-bytes} – bytes a client may send while it is set up. Default 262144.
 *   <li>{@code write-timeout} – seconds a client may not take what is sent to it. Default 30.
 *   <li>{@code round-trip-interval} – seconds between two measurements of the round-trip time, 0 = none. Default 5.
 *   <li>{@code sound-codec} – in which form sound is sent: {@code pcm}, uncompressed, 1.4 Mbit/s; {@code compressed}, the
 *       smallest form that the client plays (IMA ADPCM, 355 kbit/s, else A-law, 706 kbit/s); or {@code auto}, the default:
 *       uncompressed where an answer of the client takes 20 ms at most or the client asks for the best quality, compressed on
 *       slower links. Decided anew whenever something begins to be played. A client that plays only one of them gets that.
 * </ul>
 *
 * @param addresses         where to listen
 * @param identity          certificates and keys
 * @param maxConnections    most connections at a time, or {@link ListenerSettings#NO_LIMIT}
 * @param budget            limits before the user is known
 * @param stepTimeout       nanoseconds per answer of the client during set-up
 * @param setupTimeout      nanoseconds for the whole set-up
 * @param setupBytes        bytes from the client during set-up
 * @param writeTimeout      nanoseconds one write may take
 * @param roundTripInterval nanoseconds between two measurements; 0 = none
 * @param soundCodec        in which form sound is sent
 */
record ListenerOptions(
        List<InetSocketAddress> addresses,
        List<PemPair> identity,
        long maxConnections,
        AddressBudget.Limits budget,
        long stepTimeout,
        long setupTimeout,
        long setupBytes,
        long writeTimeout,
        long roundTripInterval,
        SoundCodec soundCodec) {

    private static final int PORT = 3389;

    ListenerOptions {
        addresses = List.copyOf(addresses);
        identity = List.copyOf(identity);
    }

    static ListenerOptions of(ListenerConfiguration entry) throws ProtocolException {
        int maxConnections = atLeast(entry, "max-connections", 0, 0);
        int rate = atLeast(entry, "connection-rate", 50, 0);
        return new ListenerOptions(
                addresses(entry),
                identity(entry),
                maxConnections == 0 ? ListenerSettings.NO_LIMIT : maxConnections,
                new AddressBudget.Limits(
                        atLeast(entry, "half-open-per-address", 128, 1),
                        atLeast(entry, "half-open", 1024, 1),
                        rate,
                        Math.max(4 * rate, 1)),
                seconds(entry, "step-timeout", 15, 1),
                seconds(entry, "setup-timeout", 60, 1),
                atLeast(entry, "setup-bytes", 256 * 1024, 4096),
                seconds(entry, "write-timeout", 30, 1),
                seconds(entry, "round-trip-interval", 5, 0),
                soundCodec(entry));
    }

    private static SoundCodec soundCodec(ListenerConfiguration entry) throws ProtocolException {
        String text = entry.text("sound-codec", "auto");
        return SoundCodec.of(text.strip())
                .orElseThrow(() -> invalid(entry, "sound-codec", text, "auto, pcm or compressed"));
    }

    private static List<InetSocketAddress> addresses(ListenerConfiguration entry) throws ProtocolException {
        var addresses = new ArrayList<InetSocketAddress>();
        for (String text : entry.text("address", ":" + PORT).split(",", -1)) {
            addresses.add(address(entry, text.strip()));
        }
        return addresses;
    }

    private static InetSocketAddress address(ListenerConfiguration entry, String text) throws ProtocolException {
        int colon = text.lastIndexOf(':');
        boolean portNamed = colon >= 0 && !text.endsWith("]");
        String host = portNamed ? text.substring(0, colon) : text;
        String portText = portNamed ? text.substring(colon + 1) : Integer.toString(PORT);
        try {
            int port = Integer.parseInt(portText);
            if (host.isEmpty() || host.equals("*")) {
                return new InetSocketAddress(port);
            }
            var address =
                    new InetSocketAddress(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
            if (address.isUnresolved()) {
                throw invalid(entry, "address", text, "a host that is known");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw invalid(entry, "address", text, "HOST:PORT", e);
        }
    }

    private static List<PemPair> identity(ListenerConfiguration entry) throws ProtocolException {
        List<Path> certificates = paths(entry, "certificate");
        List<Path> keys = paths(entry, "key");
        if (certificates.size() != keys.size()) {
            throw invalid(entry, "key", entry.text("key", ""), "one file for each certificate");
        }
        var pairs = new ArrayList<PemPair>();
        for (int i = 0; i < keys.size(); i++) {
            pairs.add(new PemPair(certificates.get(i), keys.get(i)));
        }
        return pairs;
    }

    private static List<Path> paths(ListenerConfiguration entry, String key) throws ProtocolException {
        String text = entry.text(key, "").strip();
        var paths = new ArrayList<Path>();
        if (!text.isEmpty()) {
            for (String path : text.split(",", -1)) {
                try {
                    paths.add(Path.of(path.strip()));
                } catch (InvalidPathException e) {
                    throw invalid(entry, key, path, "the path of a file", e);
                }
            }
        }
        return paths;
    }

    private static long seconds(ListenerConfiguration entry, String key, int fallback, int least)
            throws ProtocolException {
        return TimeUnit.SECONDS.toNanos(atLeast(entry, key, fallback, least));
    }

    private static int atLeast(ListenerConfiguration entry, String key, int fallback, int least)
            throws ProtocolException {
        int value = entry.number(key, fallback);
        if (value < least) {
            throw invalid(entry, key, Integer.toString(value), "at least " + least);
        }
        return value;
    }

    private static ProtocolException invalid(ListenerConfiguration entry, String key, String value, String expected) {
        return new ProtocolException(HResult.E_INVALIDARG, complaint(entry, key, value, expected));
    }

    private static ProtocolException invalid(
            ListenerConfiguration entry, String key, String value, String expected, Throwable cause) {
        return new ProtocolException(HResult.E_INVALIDARG, complaint(entry, key, value, expected), cause);
    }

    private static String complaint(ListenerConfiguration entry, String key, String value, String expected) {
        return "listener %s: %s is '%s', expected %s".formatted(entry.name(), key, value, expected);
    }
}
