package oriel.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.ToHelper;
import oriel.licensing.packets.ClientHardwareId;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.LicenseServerInformation;
import oriel.licensing.packets.LicensedProductInformation;
import oriel.licensing.packets.NewLicenseInformation;
import oriel.licensing.packets.PlatformChallengeResponseData;
import oriel.licensing.packets.ServerCertificate;
import oriel.rdp.codec.autodetect.AutoDetectRequest;
import oriel.rdp.codec.autodetect.AutoDetectResponse;
import oriel.rdp.codec.autodetect.Heartbeat;
import oriel.rdp.codec.autodetect.MultitransportRequest;
import oriel.rdp.codec.autodetect.MultitransportResponse;
import oriel.rdp.codec.bitmap.InterleavedDecoder;
import oriel.rdp.codec.bitmap.PixelFormat;
import oriel.rdp.codec.bitmap.PlanarDecoder;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.rdp.codec.channel.Reassembly;
import oriel.rdp.codec.clipboard.ClipboardPdu;
import oriel.rdp.codec.clipboard.DeviceIndependentBitmap;
import oriel.rdp.codec.clipboard.HtmlFormat;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu;
import oriel.rdp.codec.dynamic.DynamicPdu;
import oriel.rdp.codec.dynamic.DynamicReassembly;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.ConferenceCreateResponse;
import oriel.rdp.codec.info.ClientInfo;
import oriel.rdp.codec.info.SessionInfo;
import oriel.rdp.codec.input.FastPathInput;
import oriel.rdp.codec.input.SlowPathEvents;
import oriel.rdp.codec.mcs.ConnectInitial;
import oriel.rdp.codec.mcs.ConnectResponse;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.security.LicenseError;
import oriel.rdp.codec.security.LicensePdu;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.sound.ClientSound;
import oriel.rdp.codec.sound.ServerSound;
import oriel.rdp.codec.update.FastPathUpdate;
import oriel.rdp.codec.update.Update;
import oriel.rdp.codec.update.UpdateAssembler;
import oriel.rdp.codec.x224.Framer;
import oriel.rdp.codec.x224.X224Pdu;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;

/** The decoders, each with what must hold for it; named as the methods of {@link DecoderFuzzTest} and the folders of seeds. */
enum Target {
    framer(Target::frames),
    x224(Oracle.of(X224Pdu::decode, X224Pdu::encode)),
    connectInitial(Oracle.of(ConnectInitial::decode, ConnectInitial::encode)),
    connectResponse(Oracle.of(ConnectResponse::decode, ConnectResponse::encode)),
    conferenceCreateRequest(Oracle.of(ConferenceCreateRequest::decode, ConferenceCreateRequest::encode)),
    conferenceCreateResponse(Oracle.of(ConferenceCreateResponse::decode, ConferenceCreateResponse::encode)),
    mcs(Oracle.of(McsPdu::decode, McsPdu::encode)),
    clientInfo(Oracle.mending(ClientInfo::decode, ClientInfo::encode)),
    sessionInfo(Oracle.of(SessionInfo::decode, SessionInfo::encode)),
    license(Oracle.of(LicensePdu::decode, LicensePdu::encode)),
    licenseError(Oracle.of(LicenseError::decode, LicenseError::encode)),
    licensePacket(Oracle.of(LicensePacket::decode, LicensePacket::encode)),
    serverCertificate(Oracle.of(ServerCertificate::decode, ServerCertificate::encode)),
    newLicenseInformation(Oracle.of(NewLicenseInformation::decode, NewLicenseInformation::encode)),
    platformChallengeResponseData(
            Oracle.of(PlatformChallengeResponseData::decode, PlatformChallengeResponseData::encode)),
    clientHardwareId(Oracle.of(ClientHardwareId::decode, ClientHardwareId::encode)),
    licensedProductInformation(Oracle.of(
            in -> LicensedProductInformation.decode(in.rest()), (value, out) -> out.octets(value.toOctets()))),
    licenseServerInformation(
            Oracle.of(in -> LicenseServerInformation.decode(in.rest()), (value, out) -> out.octets(value.toOctets()))),
    presentedLicense(Licensing::inspect),
    licenseExchange(Licensing::exchange),
    share(Oracle.of(ShareControlPdu::decode, ShareControlPdu::encode)),
    capabilitySet(Oracle.of(CapabilitySet::decode, CapabilitySet::encode)),
    fastPathInput(Oracle.of(FastPathInput::decode, FastPathInput::encode)),
    slowPathInput(Oracle.of(SlowPathEvents::decode, SlowPathEvents::encode)),
    autoDetectRequest(Oracle.of(AutoDetectRequest::decode, AutoDetectRequest::encode)),
    autoDetectResponse(Oracle.of(AutoDetectResponse::decode, AutoDetectResponse::encode)),
    heartbeat(Oracle.of(Heartbeat::decode, Heartbeat::encode)),
    multitransportRequest(Oracle.of(MultitransportRequest::decode, MultitransportRequest::encode)),
    multitransportResponse(Oracle.of(MultitransportResponse::decode, MultitransportResponse::encode)),
    clipboard(Oracle.mending(in -> ClipboardPdu.decode(in, true), (pdu, out) -> pdu.encode(out, true))),
    clipboardShortNames(Oracle.mending(in -> ClipboardPdu.decode(in, false), (pdu, out) -> pdu.encode(out, false))),
    clipboardHtml(HtmlFormat::fragment),
    clipboardBitmap(Oracle.reading(Target::picture)),
    clientSound(Oracle.of(ClientSound::decode, ClientSound::encode)),
    serverSound(Oracle.of(ServerSound::decode, ServerSound::encode)),
    toHelper(Oracle.of(ToHelper::decode, ToHelper::encode)),
    fromHelper(Oracle.of(FromHelper::decode, FromHelper::encode)),
    reassembly(Oracle.reading(Target::chunks)),
    dynamicFromClient(Oracle.of(DynamicPdu::decodeFromClient, DynamicPdu::encode)),
    dynamicFromServer(Oracle.of(DynamicPdu::decodeFromServer, DynamicPdu::encode)),
    dynamicReassembly(Oracle.reading(Target::fragments)),
    displayControl(Oracle.of(DisplayControlPdu::decode, DisplayControlPdu::encode)),
    fastPathUpdate(Oracle.reading(Target::updates)),
    slowPathUpdate(Oracle.reading(bytes -> Update.decodeSlowPath(new WireReader(bytes)))),
    slowPathPointer(Oracle.reading(bytes -> Update.decodeSlowPathPointer(new WireReader(bytes)))),
    interleaved(Oracle.reading(Target::interleaved)),
    planar(Oracle.reading(Target::planar));

    private static final Path SEEDS = Path.of("src", "test", "resources", "oriel", "fuzz", "DecoderFuzzTestInputs");
    private static final int LONGEST_MESSAGE = 4096;
    private static final int SIDE = 16;

    @SuppressWarnings("ImmutableEnumChecker") // All oracles are functions without state.
    private final Oracle oracle;

    Target(Oracle oracle) {
        this.oracle = oracle;
    }

    void check(byte[] bytes) {
        oracle.check(bytes);
    }

    /** The files of the seed corpus. */
    List<byte[]> seeds() {
        try (var files = Files.list(SEEDS.resolve(name()))) {
            return files.sorted().map(Target::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream is cut the same way whether its bytes come at once or one by one, and never beyond what was told. */
    private static void frames(byte[] stream) {
        var framer = new Framer(true, Framer.MAXIMUM);
        for (int offset = 0; offset < stream.length; ) {
            int whole;
            try {
                whole = framer.measure(stream, offset, stream.length - offset);
            } catch (MalformedPduException e) {
                return;
            }
            for (int available = 1; available <= Math.min(stream.length - offset, Framer.ENOUGH); available++) {
                int length = framer.measure(stream, offset, available);
                if (length != Framer.MORE && length != whole) {
                    throw new AssertionError("told " + length + ", then " + whole);
                }
            }
            if (whole == Framer.MORE || whole > stream.length - offset) {
                return;
            }
            offset += whole;
        }
    }

    /** The first byte of each piece says how long the chunk behind it is. */
    private static void chunks(byte[] bytes) {
        var reassembly = new Reassembly(LONGEST_MESSAGE);
        for (int offset = 0; offset < bytes.length; ) {
            int length = Math.min(bytes[offset] & 0xFF, bytes.length - offset - 1);
            var message = reassembly.accept(new WireReader(bytes, offset + 1, length));
            if (message.isPresent() && message.get().length() > LONGEST_MESSAGE) {
                throw new AssertionError("a message of " + message.get().length() + " bytes");
            }
            offset += 1 + length;
        }
    }

    /** The first byte of each piece says how long the PDU behind it is. */
    private static void fragments(byte[] bytes) {
        var reassembly = new DynamicReassembly(LONGEST_MESSAGE);
        for (int offset = 0; offset < bytes.length; ) {
            int length = Math.min(bytes[offset] & 0xFF, bytes.length - offset - 1);
            var message = switch (DynamicPdu.decodeFromClient(new WireReader(bytes, offset + 1, length))) {
                case DynamicPdu.DataFirst first -> reassembly.accept(first);
                case DynamicPdu.Data data -> reassembly.accept(data);
                case DynamicPdu _ -> Optional.<Octets>empty();
            };
            if (message.isPresent() && message.get().length() > LONGEST_MESSAGE) {
                throw new AssertionError("a message of " + message.get().length() + " bytes");
            }
            offset += 1 + length;
        }
    }

    private static void updates(byte[] bytes) {
        var assembler = new UpdateAssembler(LONGEST_MESSAGE);
        for (FastPathUpdate part : FastPathUpdate.decodePdu(new WireReader(bytes))) {
            assembler.accept(part).ifPresent(Update::toByteArray);
        }
    }

    /** The first byte chooses the depth. */
    private static void interleaved(byte[] bytes) {
        if (bytes.length > 0) {
            List<PixelFormat> formats = Arrays.stream(PixelFormat.values())
                    .filter(format -> format.bitsPerPixel() < 32)
                    .toList();
            PixelFormat format = formats.get((bytes[0] & 0xFF) % formats.size());
            InterleavedDecoder.decode(format, bytes, 1, bytes.length - 1, SIDE, SIDE, new int[SIDE * SIDE]);
        }
    }

    private static void picture(byte[] bytes) {
        DeviceIndependentBitmap.decode(new WireReader(bytes), SIDE * SIDE);
    }

    private static void planar(byte[] bytes) {
        PlanarDecoder.decode(bytes, 0, bytes.length, SIDE, SIDE, new int[SIDE * SIDE]);
    }
}
