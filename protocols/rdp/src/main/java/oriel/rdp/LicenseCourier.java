package oriel.rdp;

import oriel.contract.protocol.CertType;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.rdp.codec.mcs.DisconnectProviderUltimatum;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataRequest;
import oriel.rdp.codec.security.LicenseError;
import oriel.rdp.codec.security.LicensePdu;
import oriel.rdp.codec.security.SecurityHeader;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.ConnectionEndedException.Ender;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.WireReader;

/**
 * Carries licence messages between the service and the client, unread but for what Q46 needs: whether the last word was said.
 * The messages travel on the I/O channel behind a basic security header ([MS-RDPBCGR] 2.2.1.12).
 */
final class LicenseCourier implements ProtocolLicenseConnection {

    private static final int SUCCEEDED = 1;

    /** Longest licence message that fits one MCS PDU. */
    private static final int LONGEST = 0x3FFF - SecurityHeader.SIZE;

    /** LicenseCapabilities takes no longer names. */
    private static final int CLIENT_NAME_LENGTH = 20;

    private static final int PREAMBLE = 4;

    private final RdpConnection connection;
    private final RdpTransport transport;
    private final PduSender sender;
    private final ClientDescription client;
    private final RoundTripProbe probe;
    private final long stepTimeout;
    private boolean lastWordSaid;
    private boolean complete;

    LicenseCourier(
            RdpConnection connection,
            RdpTransport transport,
            ClientDescription client,
            RoundTripProbe probe,
            long stepTimeout) {
        this.connection = connection;
        this.transport = transport;
        this.client = client;
        this.probe = probe;
        this.stepTimeout = stepTimeout;
        sender = new PduSender(transport);
    }

    @Override
    public LicenseCapabilities requestLicensingCapabilities() {
        String name = client.core().clientName();
        return new LicenseCapabilities(
                LicenseCapabilities.KEY_EXCHANGE_ALG_RSA,
                LicenseCapabilities.CURRENT_VERSION,
                false,
                CertType.X509,
                name.substring(0, Math.min(name.length(), CLIENT_NAME_LENGTH)));
    }

    @Override
    public void sendClientLicense(byte[] packet) throws ProtocolException {
        requireOpen();
        if (packet.length < PREAMBLE || packet.length > LONGEST) {
            throw new ProtocolException(HResult.E_INVALIDARG, "licence message of " + packet.length + " bytes");
        }
        send(packet);
        lastWordSaid |= isLastWord(packet);
    }

    private void send(byte[] packet) throws ProtocolException {
        connection.onWire(() -> {
            sender.send(ChannelIds.IO, out -> {
                new SecurityHeader(SecurityHeader.LICENSE_PKT).encode(out);
                out.bytes(packet);
            });
            return packet;
        });
    }

    private static boolean isLastWord(byte[] packet) {
        return switch (packet[0] & 0xFF) {
            case LicensePdu.NEW_LICENSE, LicensePdu.UPGRADE_LICENSE -> true;
            case LicensePdu.ERROR_ALERT ->
                packet.length >= PREAMBLE + 4
                        && new WireReader(packet, PREAMBLE, packet.length - PREAMBLE).i32("dwErrorCode")
                                == LicenseError.STATUS_VALID_CLIENT;
            default -> false;
        };
    }

    @Override
    public byte[] requestClientLicense() throws ProtocolException {
        requireOpen();
        return connection.onWire(() -> {
            transport.await("a licence message", stepTimeout);
            while (true) {
                byte[] packet = receive();
                if (packet.length > 0) {
                    transport.awaitNothing();
                    return packet;
                }
            }
        });
    }

    /** The next licence message; nothing if the client has said something else that may come here. */
    private byte[] receive() throws ConnectionEndedException, UnexpectedPduException {
        return switch (McsPdu.decode(transport.read())) {
            case SendDataRequest data
            when data.channelId() == ChannelIds.IO -> {
                WireReader in = data.data().reader();
                if (SecurityHeader.expect(in, SecurityHeader.LICENSE_PKT).has(SecurityHeader.ENCRYPT)) {
                    throw in.malformed("flags", "no encryption below that of TLS", "SEC_ENCRYPT");
                }
                in.need(PREAMBLE, "preamble");
                yield in.bytes(in.remaining(), "licensingMessage");
            }
            case SendDataRequest data
            when probe.isOn(data.channelId()) -> {
                probe.receive(data.data().reader());
                yield new byte[0];
            }
            case DisconnectProviderUltimatum _ ->
                throw new ConnectionEndedException(Ender.CLIENT, "client disconnected during licensing");
            case McsPdu other ->
                throw new UnexpectedPduException(other.getClass().getSimpleName(), "during licensing");
        };
    }

    @Override
    public void protocolComplete(int outcome) throws ProtocolException {
        requireOpen();
        complete = true;
        if (outcome == SUCCEEDED && !lastWordSaid) {
            connection.onWire(() -> {
                sender.send(ChannelIds.IO, LicensePdu.validClient()::encode);
                return outcome;
            });
        }
    }

    private void requireOpen() throws ProtocolException {
        if (complete) {
            throw new ProtocolException(HResult.E_INVALID_STATE, "the licence exchange is over");
        }
    }
}
