package oriel.rdp.codec.gcc;

import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The optional fields of Client Core Data — MS-RDPBCGR, section 2.2.1.3.2. Each is present only if all before it are, so their number
 * says which there are; an absent one is 0 or empty, which means the same as absence unless {@link #has} is asked.
 *
 * @param present how many of the fields below are present, 0 to 14; pad1octet belongs to connectionType
 * @param postBeta2ColorDepth overrules colorDepth; 0xCA00 to 0xCA04
 * @param clientProductId 1
 * @param serialNumber 0
 * @param highColorDepth 4, 8, 15, 16 or 24 bits per pixel; overrules postBeta2ColorDepth
 * @param supportedColorDepths flags of the depths the client can do: 1 for 24, 2 for 16, 4 for 15, 8 for 32
 * @param earlyCapabilityFlags flags of {@link EarlyCapability}
 * @param clientDigProductId identifies the client, at most 31 characters
 * @param connectionType 1 modem to 7 auto-detect; valid with {@link EarlyCapability#VALID_CONNECTION_TYPE}
 * @param serverSelectedProtocol what the server selected, repeated against downgrade
 * @param desktopPhysicalWidth width of the desktop in millimetres, 10 to 10000, or to be ignored
 * @param desktopPhysicalHeight height of the desktop in millimetres, 10 to 10000, or to be ignored
 * @param desktopOrientation 0, 90, 180 or 270 degrees
 * @param desktopScaleFactor 100 to 500 percent, or to be ignored
 * @param deviceScaleFactor 100, 140 or 180 percent, or to be ignored
 */
public record ClientCoreOptions(
        int present,
        int postBeta2ColorDepth,
        int clientProductId,
        int serialNumber,
        int highColorDepth,
        int supportedColorDepths,
        int earlyCapabilityFlags,
        String clientDigProductId,
        int connectionType,
        int serverSelectedProtocol,
        int desktopPhysicalWidth,
        int desktopPhysicalHeight,
        int desktopOrientation,
        int desktopScaleFactor,
        int deviceScaleFactor) {
    /** No optional field at all. */
    public static final ClientCoreOptions NONE = new ClientCoreOptions(0, 0, 0, 0, 0, 0, 0, "", 0, 0, 0, 0, 0, 0, 0);

    /** Place of postBeta2ColorDepth, for {@link #has}. */
    public static final int POST_BETA2_COLOR_DEPTH = 1;

    /** Place of highColorDepth, for {@link #has}. */
    public static final int HIGH_COLOR_DEPTH = 4;

    /** Place of supportedColorDepths, for {@link #has}. */
    public static final int SUPPORTED_COLOR_DEPTHS = 5;

    /** Place of earlyCapabilityFlags, for {@link #has}. */
    public static final int EARLY_CAPABILITY_FLAGS = 6;

    /** Place of connectionType, for {@link #has}. */
    public static final int CONNECTION_TYPE = 8;

    /** Place of serverSelectedProtocol, for {@link #has}. */
    public static final int SERVER_SELECTED_PROTOCOL = 9;

    /** Place of the last field, for {@link #has} and {@link #present}. */
    public static final int ALL = 14;

    private static final int DIG_PRODUCT_ID_SIZE = 64;

    /** Whether a field is present, given its place counted from 1. */
    public boolean has(int place) {
        return present >= place;
    }

    static ClientCoreOptions decode(WireReader in) {
        var fields = new Fields(in);
        int postBeta2ColorDepth = fields.u16("postBeta2ColorDepth");
        int clientProductId = fields.u16("clientProductId");
        int serialNumber = fields.i32("serialNumber");
        int highColorDepth = fields.u16("highColorDepth");
        int supportedColorDepths = fields.u16("supportedColorDepths");
        int earlyCapabilityFlags = fields.u16("earlyCapabilityFlags");
        String clientDigProductId = fields.text("clientDigProductId");
        int connectionType = fields.u8AndPad("connectionType");
        int serverSelectedProtocol = fields.i32("serverSelectedProtocol");
        int desktopPhysicalWidth = fields.i32("desktopPhysicalWidth");
        int desktopPhysicalHeight = fields.i32("desktopPhysicalHeight");
        int desktopOrientation = fields.u16("desktopOrientation");
        int desktopScaleFactor = fields.i32("desktopScaleFactor");
        int deviceScaleFactor = fields.i32("deviceScaleFactor");
        return new ClientCoreOptions(
                fields.present,
                postBeta2ColorDepth,
                clientProductId,
                serialNumber,
                highColorDepth,
                supportedColorDepths,
                earlyCapabilityFlags,
                clientDigProductId,
                connectionType,
                serverSelectedProtocol,
                desktopPhysicalWidth,
                desktopPhysicalHeight,
                desktopOrientation,
                desktopScaleFactor,
                deviceScaleFactor);
    }

    void encode(WireWriter out) {
        int place = 0;
        putU16(out, ++place, postBeta2ColorDepth);
        putU16(out, ++place, clientProductId);
        putI32(out, ++place, serialNumber);
        putU16(out, ++place, highColorDepth);
        putU16(out, ++place, supportedColorDepths);
        putU16(out, ++place, earlyCapabilityFlags);
        if (has(++place)) {
            FixedText.utf16(out, clientDigProductId, DIG_PRODUCT_ID_SIZE);
        }
        if (has(++place)) {
            out.u8(connectionType).pad(1);
        }
        putI32(out, ++place, serverSelectedProtocol);
        putI32(out, ++place, desktopPhysicalWidth);
        putI32(out, ++place, desktopPhysicalHeight);
        putU16(out, ++place, desktopOrientation);
        putI32(out, ++place, desktopScaleFactor);
        putI32(out, ++place, deviceScaleFactor);
    }

    private void putU16(WireWriter out, int place, int value) {
        if (has(place)) {
            out.u16(value);
        }
    }

    private void putI32(WireWriter out, int place, int value) {
        if (has(place)) {
            out.i32(value);
        }
    }

    /** Reads fields while there are any, and counts them. */
    private static final class Fields {
        private final WireReader in;
        private int present;

        Fields(WireReader in) {
            this.in = in;
        }

        private boolean next() {
            if (!in.hasRemaining()) {
                return false;
            }
            present++;
            return true;
        }

        int u16(String field) {
            return next() ? in.u16(field) : 0;
        }

        int i32(String field) {
            return next() ? in.i32(field) : 0;
        }

        int u8AndPad(String field) {
            if (!next()) {
                return 0;
            }
            int value = in.u8(field);
            in.skip(1, "pad1octet");
            return value;
        }

        String text(String field) {
            return next() ? FixedText.utf16(in, DIG_PRODUCT_ID_SIZE, field) : "";
        }
    }
}
