package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * General Capability Set (TS_GENERAL_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.1.
 *
 * @param osMajorType platform, 1 Windows, 4 UNIX, and others; informational
 * @param osMinorType version of the platform; informational
 * @param protocolVersion {@link #PROTOCOL_VERSION}
 * @param generalCompressionTypes 0
 * @param extraFlags {@link #FASTPATH_OUTPUT_SUPPORTED} and the others
 * @param updateCapabilityFlag 0
 * @param remoteUnshareFlag 0
 * @param generalCompressionLevel 0
 * @param refreshRectSupport 1 if the server takes Refresh Rect PDUs
 * @param suppressOutputSupport 1 if the server takes Suppress Output PDUs
 */
public record GeneralCapability(
        int osMajorType,
        int osMinorType,
        int protocolVersion,
        int generalCompressionTypes,
        int extraFlags,
        int updateCapabilityFlag,
        int remoteUnshareFlag,
        int generalCompressionLevel,
        int refreshRectSupport,
        int suppressOutputSupport)
        implements CapabilitySet {
    /** CAPSTYPE_GENERAL. */
    public static final int TYPE = 0x0001;

    /** TS_CAPS_PROTOCOLVERSION. */
    public static final int PROTOCOL_VERSION = 0x0200;

    /** FASTPATH_OUTPUT_SUPPORTED. */
    public static final int FASTPATH_OUTPUT_SUPPORTED = 0x0001;

    /** NO_BITMAP_COMPRESSION_HDR: compressed bitmaps need no header of their own. */
    public static final int NO_BITMAP_COMPRESSION_HDR = 0x0400;

    /** LONG_CREDENTIALS_SUPPORTED: Save Session Info PDUs may use Logon Info Version 2. */
    public static final int LONG_CREDENTIALS_SUPPORTED = 0x0004;

    /** AUTORECONNECT_SUPPORTED. */
    public static final int AUTORECONNECT_SUPPORTED = 0x0008;

    /** ENC_SALTED_CHECKSUM. */
    public static final int ENC_SALTED_CHECKSUM = 0x0010;

    static GeneralCapability decodeFields(WireReader in) {
        in.named("General Capability Set", "MS-RDPBCGR 2.2.7.1.1");
        int osMajorType = in.u16("osMajorType");
        int osMinorType = in.u16("osMinorType");
        int protocolVersion = in.u16("protocolVersion");
        in.skip(2, "pad2octetsA");
        int generalCompressionTypes = in.u16("generalCompressionTypes");
        int extraFlags = in.u16("extraFlags");
        int updateCapabilityFlag = in.u16("updateCapabilityFlag");
        int remoteUnshareFlag = in.u16("remoteUnshareFlag");
        int generalCompressionLevel = in.u16("generalCompressionLevel");
        int refreshRectSupport = in.u8("refreshRectSupport");
        int suppressOutputSupport = in.u8("suppressOutputSupport");
        return new GeneralCapability(
                osMajorType,
                osMinorType,
                protocolVersion,
                generalCompressionTypes,
                extraFlags,
                updateCapabilityFlag,
                remoteUnshareFlag,
                generalCompressionLevel,
                refreshRectSupport,
                suppressOutputSupport);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(osMajorType)
                .u16(osMinorType)
                .u16(protocolVersion)
                .pad(2)
                .u16(generalCompressionTypes)
                .u16(extraFlags)
                .u16(updateCapabilityFlag)
                .u16(remoteUnshareFlag)
                .u16(generalCompressionLevel)
                .u8(refreshRectSupport)
                .u8(suppressOutputSupport);
    }
}
