package oriel.rdp.codec.gcc;

import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Core Data (TS_UD_CS_CORE) — MS-RDPBCGR, section 2.2.1.3.2.
 *
 * @param version RDP version, major in the upper half, for example 0x00080004 for 5.0 to 8.1
 * @param desktopWidth wanted width in pixels
 * @param desktopHeight wanted height in pixels
 * @param colorDepth 0xCA00 for 4 bits, 0xCA01 for 8 bits per pixel; overruled by the later depth fields
 * @param sasSequence secure access sequence, 0xAA03
 * @param keyboardLayout active input locale identifier of the client, 0 when unknown
 * @param clientBuild build number of the client
 * @param clientName name of the client's computer, at most 15 characters
 * @param keyboardType 4 for IBM enhanced (101 or 102 keys), 7 for Japanese, and others
 * @param keyboardSubType subtype, made up by the maker of the keyboard
 * @param keyboardFunctionKey number of function keys
 * @param imeFileName file name of the input method editor, at most 31 characters
 * @param options the fields that older clients leave out
 */
public record ClientCoreData(
        int version,
        int desktopWidth,
        int desktopHeight,
        int colorDepth,
        int sasSequence,
        int keyboardLayout,
        int clientBuild,
        String clientName,
        int keyboardType,
        int keyboardSubType,
        int keyboardFunctionKey,
        String imeFileName,
        ClientCoreOptions options)
        implements ClientBlock {
    /** CS_CORE. */
    public static final int TYPE = 0xC001;

    /** RNS_UD_COLOR_4BPP. */
    public static final int COLOR_4BPP = 0xCA00;

    /** RNS_UD_COLOR_8BPP. */
    public static final int COLOR_8BPP = 0xCA01;

    /** RNS_UD_COLOR_16BPP_555. */
    public static final int COLOR_16BPP_555 = 0xCA02;

    /** RNS_UD_COLOR_16BPP_565. */
    public static final int COLOR_16BPP_565 = 0xCA03;

    /** RNS_UD_COLOR_24BPP. */
    public static final int COLOR_24BPP = 0xCA04;

    private static final int CLIENT_NAME_SIZE = 32;
    private static final int IME_FILE_NAME_SIZE = 64;

    static ClientCoreData decodeFields(WireReader in) {
        in.named("Client Core Data", "MS-RDPBCGR 2.2.1.3.2");
        return new ClientCoreData(
                in.i32("version"),
                in.u16("desktopWidth"),
                in.u16("desktopHeight"),
                in.u16("colorDepth"),
                in.u16("SASSequence"),
                in.i32("keyboardLayout"),
                in.i32("clientBuild"),
                FixedText.utf16(in, CLIENT_NAME_SIZE, "clientName"),
                in.i32("keyboardType"),
                in.i32("keyboardSubType"),
                in.i32("keyboardFunctionKey"),
                FixedText.utf16(in, IME_FILE_NAME_SIZE, "imeFileName"),
                ClientCoreOptions.decode(in));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(version).u16(desktopWidth).u16(desktopHeight).u16(colorDepth).u16(sasSequence);
        out.i32(keyboardLayout).i32(clientBuild);
        FixedText.utf16(out, clientName, CLIENT_NAME_SIZE);
        out.i32(keyboardType).i32(keyboardSubType).i32(keyboardFunctionKey);
        FixedText.utf16(out, imeFileName, IME_FILE_NAME_SIZE);
        options.encode(out);
    }

    /** Bits per pixel the client asks for: each later field overrules the earlier ones (MS-RDPBCGR, section 2.2.1.3.2). */
    public int bitsPerPixel() {
        if (options.has(ClientCoreOptions.EARLY_CAPABILITY_FLAGS)
                && (options.earlyCapabilityFlags() & EarlyCapability.WANT_32BPP_SESSION) != 0) {
            return 32;
        }
        if (options.has(ClientCoreOptions.HIGH_COLOR_DEPTH)) {
            return options.highColorDepth();
        }
        return bitsPerPixel(
                options.has(ClientCoreOptions.POST_BETA2_COLOR_DEPTH) ? options.postBeta2ColorDepth() : colorDepth);
    }

    private static int bitsPerPixel(int code) {
        return switch (code) {
            case COLOR_4BPP -> 4;
            case COLOR_16BPP_555 -> 15;
            case COLOR_16BPP_565 -> 16;
            case COLOR_24BPP -> 24;
            default -> 8;
        };
    }
}
