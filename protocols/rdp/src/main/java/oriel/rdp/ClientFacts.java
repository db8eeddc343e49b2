package oriel.rdp;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ClientMonitors;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.DynamicTimeZoneInformation;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.SocketAddress;
import oriel.contract.protocol.SystemTime;
import oriel.contract.protocol.TimeZoneInformation;
import oriel.contract.protocol.UserCredential;
import oriel.rdp.codec.gcc.ClientCoreData;
import oriel.rdp.codec.info.ClientInfo;
import oriel.rdp.codec.info.ExtendedInfo;
import oriel.rdp.codec.info.InfoFlags;
import oriel.rdp.codec.info.PerformanceFlags;

/**
 * What an RDP client says of itself, in the words of the contract (data-types.md, section 3). Texts that are longer than the
 * contract takes are cut.
 */
final class ClientFacts {

    private static final String PROTOCOL_NAME = "RDP";
    private static final int PROTOCOL_TYPE = 2;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 23;

    /** With TLS everything is encrypted as strongly as "high" asks for. */
    private static final int ENCRYPTION_HIGH = 3;

    private ClientFacts() {}

    static ConnectionSettings proposal(InetSocketAddress address) {
        return ConnectionSettings.builder()
                .protocolName(PROTOCOL_NAME)
                .protocolType(PROTOCOL_TYPE)
                .encryptionLevel(ENCRYPTION_HIGH)
                .mouse(true)
                .clientAddressFamily(family(address.getAddress()))
                .clientAddress(cut(address.getAddress().getHostAddress(), 30))
                .clientSockAddress(socketAddress(address))
                .build();
    }

    static ClientData clientData(ClientDescription client, InetSocketAddress address, ClientData defaults) {
        ClientInfo info = client.info();
        ClientCoreData core = client.core();
        var data = defaults.toBuilder();
        data.protocolName(PROTOCOL_NAME).protocolType(PROTOCOL_TYPE).encryptionLevel(ENCRYPTION_HIGH);
        logon(data, info);
        program(data, info);
        display(data, client);
        keyboard(data, core);
        data.mouse(info.has(InfoFlags.MOUSE) || info.has(InfoFlags.MOUSE_HAS_WHEEL))
                .noAudioPlayback(info.has(InfoFlags.NOAUDIOPLAYBACK))
                .remoteConsoleAudio(info.has(InfoFlags.REMOTECONSOLEAUDIO));
        software(data, core);
        machine(data, info, address);
        return data.build();
    }

    private static void logon(ClientData.Builder data, ClientInfo info) {
        data.inheritAutoLogon(info.has(InfoFlags.AUTOLOGON))
                .promptForPassword(false)
                .usingSavedCreds(info.has(InfoFlags.USING_SAVED_CREDS))
                .passwordIsScPin(info.has(InfoFlags.PASSWORD_IS_SC_PIN))
                .domain(cut(info.domain(), 255))
                .userName(cut(info.userName(), 255))
                .password(cut(info.password(), 255).toCharArray())
                .disableCtrlAltDel(info.has(InfoFlags.DISABLECTRLALTDEL))
                .enableWindowsKey(info.has(InfoFlags.ENABLEWINDOWSKEY))
                .doubleClickDetect(true);
    }

    private static void program(ClientData.Builder data, ClientInfo info) {
        data.inheritInitialProgram(!info.alternateShell().isEmpty())
                .initialProgram(cut(info.alternateShell(), 256))
                .workDirectory(cut(info.workingDir(), 256))
                .maximizeShell(info.has(InfoFlags.MAXIMIZESHELL));
    }

    private static void display(ClientData.Builder data, ClientDescription client) {
        Size size = client.monitors().size();
        data.inheritColorDepth(true)
                .hRes(size.width())
                .vRes(size.height())
                .colorDepth(DesktopSize.bitsPerPixel(client.core()))
                .performanceFlags(client.extended()
                        .map(extended -> extended.performanceFlags().orElse(0))
                        .orElse(0));
    }

    private static void keyboard(ClientData.Builder data, ClientCoreData core) {
        data.keyboardLayout(core.keyboardLayout())
                .keyboardType(core.keyboardType())
                .keyboardSubType(core.keyboardSubType())
                .keyboardFunctionKey(core.keyboardFunctionKey())
                .imeFileName(cut(core.imeFileName(), 32))
                .activeInputLocale(core.keyboardLayout());
    }

    private static void software(ClientData.Builder data, ClientCoreData core) {
        data.clientName(cut(core.clientName(), 20))
                .serialNumber(core.options().serialNumber())
                .clientBuildNumber(core.clientBuild())
                .clientProductId(core.options().clientProductId())
                .clientDigProductId(cut(core.options().clientDigProductId(), 32));
    }

    private static void machine(ClientData.Builder data, ClientInfo info, InetSocketAddress address) {
        data.clientAddressFamily(family(address.getAddress()))
                .clientAddress(cut(address.getAddress().getHostAddress(), 30))
                .clientSockAddress(socketAddress(address));
        info.extended().ifPresent(extended -> {
            data.clientDirectory(cut(extended.clientDir(), 256));
            data.clientSessionId(extended.clientSessionId().orElse(0));
            extended.clientTimeZone().ifPresent(zone -> data.clientTimeZone(timeZone(zone)));
        });
    }

    /** The count and the primary one; without monitor data there is one (Q12). */
    static ClientMonitors monitors(ClientDescription client) {
        MonitorLayout layout = client.monitors();
        return new ClientMonitors(layout.monitors().size(), layout.monitors().indexOf(layout.primary()));
    }

    /** What the client wants to be logged on with at once. */
    static Optional<UserCredential> credential(ClientDescription client) {
        ClientInfo info = client.info();
        if (!info.has(InfoFlags.AUTOLOGON) || info.userName().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UserCredential(
                cut(info.userName(), 255), cut(info.password(), 255).toCharArray(), cut(info.domain(), 255)));
    }

    /** What {@code QueryProperty} answers; empty where RDP has nothing to say. */
    static Optional<List<PropertyValue>> property(
            UUID property, ClientDescription client, @Nullable DataExchange exchange) {
        if (property.equals(Property.DYNAMIC_TIME_ZONE_INFORMATION)) {
            return dynamicTimeZone(client).map(zone -> List.of(new PropertyValue.Binary(zone.encode())));
        }
        if (property.equals(Property.GET_FAST_RECONNECT)) {
            return one(0);
        }
        if (property.equals(Property.CURSOR_BLINK_DISABLED)) {
            int flags = client.extended()
                    .map(ExtendedInfo::performanceFlags)
                    .orElse(OptionalInt.empty())
                    .orElse(0);
            return one((flags & PerformanceFlags.DISABLE_CURSORSETTINGS) == 0 ? 0 : 1);
        }
        if (property.equals(Property.ORIEL_SECURITY)) {
            return Optional.of(List.of(new PropertyValue.Text(client.security())));
        }
        if (property.equals(Property.ORIEL_MONITOR_LAYOUT)) {
            return Optional.of(layout(exchange == null ? client.monitors() : exchange.monitors()));
        }
        if (exchange == null) {
            return Optional.empty();
        }
        if (property.equals(Property.ORIEL_CODEC)) {
            return Optional.of(
                    List.of(new PropertyValue.Text(exchange.displayStatistics().codec())));
        }
        if (property.equals(Property.ORIEL_ROUND_TRIP_TIME)) {
            OptionalLong micros = exchange.roundTripMicros();
            return micros.isPresent() ? one(micros.getAsLong()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<List<PropertyValue>> one(long value) {
        return Optional.of(List.of(new PropertyValue.Unsigned(value)));
    }

    private static List<PropertyValue> layout(MonitorLayout layout) {
        return layout.monitors().stream()
                .flatMapToLong(monitor -> LongStream.of(
                        monitor.x(),
                        monitor.y(),
                        monitor.width(),
                        monitor.height(),
                        monitor.primary() ? 1 : 0,
                        monitor.scale(),
                        monitor.widthMillimetres(),
                        monitor.heightMillimetres()))
                .<PropertyValue>mapToObj(PropertyValue.Unsigned::new)
                .toList();
    }

    static Optional<DynamicTimeZoneInformation> dynamicTimeZone(ClientDescription client) {
        Optional<ExtendedInfo> extended = client.extended();
        return extended.flatMap(ExtendedInfo::clientTimeZone)
                .map(zone -> new DynamicTimeZoneInformation(
                        timeZone(zone),
                        extended.flatMap(ExtendedInfo::dynamicTimeZone)
                                .map(dynamic -> cut(dynamic.keyName(), 127))
                                .orElse(""),
                        extended.flatMap(ExtendedInfo::dynamicTimeZone)
                                .map(dynamic -> dynamic.daylightTimeDisabled())
                                .orElse(false)));
    }

    private static TimeZoneInformation timeZone(oriel.rdp.codec.info.TimeZoneInformation zone) {
        return new TimeZoneInformation(
                zone.bias(),
                cut(zone.standardName(), 31),
                systemTime(zone.standardDate()),
                zone.standardBias(),
                cut(zone.daylightName(), 31),
                systemTime(zone.daylightDate()),
                zone.daylightBias());
    }

    private static SystemTime systemTime(oriel.rdp.codec.info.SystemTime time) {
        return new SystemTime(
                time.year(),
                time.month(),
                time.dayOfWeek(),
                time.day(),
                time.hour(),
                time.minute(),
                time.second(),
                time.milliseconds());
    }

    private static int family(InetAddress address) {
        return address instanceof Inet6Address ? AF_INET6 : AF_INET;
    }

    private static SocketAddress socketAddress(InetSocketAddress address) {
        return switch (address.getAddress()) {
            case Inet4Address four ->
                new SocketAddress.Ipv4(
                        address.getPort(), ByteBuffer.wrap(four.getAddress()).getInt());
            case Inet6Address six -> new SocketAddress.Ipv6(address.getPort(), 0, six.getAddress(), six.getScopeId());
            default -> SocketAddress.NONE;
        };
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
