package oriel.rdp.codec.info;

import java.util.Optional;
import java.util.OptionalInt;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Extended Info Packet (TS_EXTENDED_INFO_PACKET) — MS-RDPBCGR, section 2.2.1.11.1.1.1. Each optional field is present only if all
 * before it are.
 *
 * @param clientAddressFamily {@link #AF_INET}, {@link #AF_INET6} or 0
 * @param clientAddress the address of the client as it sees itself, in text
 * @param clientDir folder of the client program
 * @param clientTimeZone time zone of the client
 * @param clientSessionId session on the client's machine the client program runs in; present with the time zone
 * @param performanceFlags {@link PerformanceFlags}
 * @param autoReconnectCookie proof that the client was here before
 * @param dynamicTimeZone dynamic daylight saving time
 */
public record ExtendedInfo(
        int clientAddressFamily,
        String clientAddress,
        String clientDir,
        Optional<TimeZoneInformation> clientTimeZone,
        OptionalInt clientSessionId,
        OptionalInt performanceFlags,
        Optional<ClientAutoReconnect> autoReconnectCookie,
        Optional<DynamicTimeZone> dynamicTimeZone) {
    /** AF_INET: IPv4. */
    public static final int AF_INET = 0x02;

    /** AF_INET6: IPv6. */
    public static final int AF_INET6 = 0x17;

    /** An extended info with address and folder only. */
    public static ExtendedInfo of(int family, String address, String folder) {
        return new ExtendedInfo(
                family,
                address,
                folder,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static ExtendedInfo decode(WireReader in, InfoText text) {
        in.named("Extended Info Packet", "MS-RDPBCGR 2.2.1.11.1.1.1");
        int family = in.u16("clientAddressFamily");
        String address = text.text(in, in.u16("cbClientAddress"), "clientAddress");
        String folder = text.text(in, in.u16("cbClientDir"), "clientDir");
        Optional<TimeZoneInformation> zone =
                in.hasRemaining() ? Optional.of(TimeZoneInformation.decode(in)) : Optional.empty();
        OptionalInt session = optional(in, "clientSessionId");
        OptionalInt performance = optional(in, "performanceFlags");
        Optional<ClientAutoReconnect> cookie = in.hasRemaining() ? cookie(in) : Optional.empty();
        Optional<DynamicTimeZone> dynamic = in.hasRemaining() ? dynamic(in) : Optional.empty();
        return new ExtendedInfo(family, address, folder, zone, session, performance, cookie, dynamic);
    }

    private static OptionalInt optional(WireReader in, String field) {
        return in.hasRemaining() ? OptionalInt.of(in.i32(field)) : OptionalInt.empty();
    }

    private static Optional<ClientAutoReconnect> cookie(WireReader in) {
        int length = in.u16("cbAutoReconnectCookie");
        return length == 0
                ? Optional.empty()
                : Optional.of(ClientAutoReconnect.decode(in.slice(length, "autoReconnectCookie")));
    }

    private static Optional<DynamicTimeZone> dynamic(WireReader in) {
        in.skip(2, "reserved1");
        if (in.hasRemaining()) {
            in.skip(2, "reserved2");
        }
        return in.hasRemaining() ? Optional.of(DynamicTimeZone.decode(in)) : Optional.empty();
    }

    void encode(WireWriter out, InfoText text) {
        out.u16(clientAddressFamily);
        text.counted(out, clientAddress);
        text.counted(out, clientDir);
        clientTimeZone.ifPresent(zone -> zone.encode(out));
        clientSessionId.ifPresent(out::i32);
        performanceFlags.ifPresent(out::i32);
        if (performanceFlags.isPresent()) {
            out.u16(autoReconnectCookie.isPresent() ? ClientAutoReconnect.SIZE : 0);
            autoReconnectCookie.ifPresent(cookie -> cookie.encode(out));
        }
        dynamicTimeZone.ifPresent(zone -> {
            out.u16(0 /* reserved1 */).u16(0 /* reserved2 */);
            zone.encode(out);
        });
    }
}
