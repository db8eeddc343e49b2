package oriel.rdp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.CacheStats;
import oriel.contract.protocol.ProtocolCounters;
import oriel.contract.protocol.ProtocolStatus;
import oriel.rdp.display.DisplayStatistics;
import oriel.rdp.transport.RdpTransport;

/** Traffic of a connection in the form the contract asks for (data-types.md, section 9). */
final class TrafficFigures {

    private static final int PROTOCOL_TYPE = 2;

    private TrafficFigures() {}

    /** What has travelled so far; pictures count once the display exists. */
    static ProtocolStatus of(RdpTransport transport, @Nullable DataExchange exchange) {
        DisplayStatistics pictures =
                exchange == null ? new DisplayStatistics(0, 0, 0, "") : exchange.displayStatistics();
        return new ProtocolStatus(
                ProtocolCounters.traffic(
                        pictures.bytesBefore(),
                        pictures.frames(),
                        transport.writes(),
                        transport.bytesOut(),
                        pictures.bytesAfter(),
                        PROTOCOL_TYPE),
                ProtocolCounters.traffic(
                        transport.bytesIn(),
                        transport.pdusIn(),
                        transport.pdusIn(),
                        transport.bytesIn(),
                        transport.bytesIn(),
                        PROTOCOL_TYPE),
                CacheStats.NONE,
                0,
                0,
                List.of());
    }
}
