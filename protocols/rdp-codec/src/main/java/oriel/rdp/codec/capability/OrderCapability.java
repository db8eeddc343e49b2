package oriel.rdp.codec.capability;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Order Capability Set (TS_ORDER_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.3.
 *
 * @param desktopSaveXGranularity 1; ignored
 * @param desktopSaveYGranularity 20; ignored
 * @param maximumOrderLevel {@link #ORD_LEVEL_1_ORDERS}
 * @param numberFonts 0
 * @param orderFlags {@link #NEGOTIATEORDERSUPPORT} and the others
 * @param orderSupport 32 bytes, one for each kind of primary drawing order: 1 if it can be taken
 * @param textFlags ignored
 * @param orderSupportExFlags flags for cache bitmap revision 3 (2) and frame markers (4)
 * @param desktopSaveSize bytes for the Save Bitmap order
 * @param textAnsiCodePage ignored
 */
public record OrderCapability(
        int desktopSaveXGranularity,
        int desktopSaveYGranularity,
        int maximumOrderLevel,
        int numberFonts,
        int orderFlags,
        Octets orderSupport,
        int textFlags,
        int orderSupportExFlags,
        int desktopSaveSize,
        int textAnsiCodePage)
        implements CapabilitySet {
    /** CAPSTYPE_ORDER. */
    public static final int TYPE = 0x0003;

    /** ORD_LEVEL_1_ORDERS. */
    public static final int ORD_LEVEL_1_ORDERS = 1;

    /** NEGOTIATEORDERSUPPORT, mandatory. */
    public static final int NEGOTIATEORDERSUPPORT = 0x0002;

    /** ZEROBOUNDSDELTASSUPPORT, mandatory. */
    public static final int ZEROBOUNDSDELTASSUPPORT = 0x0008;

    /** COLORINDEXSUPPORT. */
    public static final int COLORINDEXSUPPORT = 0x0020;

    /** SOLIDPATTERNBRUSHONLY. */
    public static final int SOLIDPATTERNBRUSHONLY = 0x0040;

    /** ORDERFLAGS_EXTRA_FLAGS: orderSupportExFlags holds a value. */
    public static final int ORDERFLAGS_EXTRA_FLAGS = 0x0080;

    /** Checks the lengths. */
    public OrderCapability {
        CapabilitySet.checkLength(orderSupport, 32);
    }

    static OrderCapability decodeFields(WireReader in) {
        in.named("Order Capability Set", "MS-RDPBCGR 2.2.7.1.3");
        in.skip(16, "terminalDescriptor");
        in.skip(4, "pad4octetsA");
        int desktopSaveXGranularity = in.u16("desktopSaveXGranularity");
        int desktopSaveYGranularity = in.u16("desktopSaveYGranularity");
        in.skip(2, "pad2octetsA");
        int maximumOrderLevel = in.u16("maximumOrderLevel");
        int numberFonts = in.u16("numberFonts");
        int orderFlags = in.u16("orderFlags");
        Octets orderSupport = in.octets(32, "orderSupport");
        int textFlags = in.u16("textFlags");
        int orderSupportExFlags = in.u16("orderSupportExFlags");
        in.skip(4, "pad4octetsB");
        int desktopSaveSize = in.i32("desktopSaveSize");
        in.skip(2, "pad2octetsC");
        in.skip(2, "pad2octetsD");
        int textAnsiCodePage = in.u16("textANSICodePage");
        in.skip(2, "pad2octetsE");
        return new OrderCapability(
                desktopSaveXGranularity,
                desktopSaveYGranularity,
                maximumOrderLevel,
                numberFonts,
                orderFlags,
                orderSupport,
                textFlags,
                orderSupportExFlags,
                desktopSaveSize,
                textAnsiCodePage);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.pad(16)
                .pad(4)
                .u16(desktopSaveXGranularity)
                .u16(desktopSaveYGranularity)
                .pad(2)
                .u16(maximumOrderLevel)
                .u16(numberFonts)
                .u16(orderFlags)
                .octets(orderSupport)
                .u16(textFlags)
                .u16(orderSupportExFlags)
                .pad(4)
                .i32(desktopSaveSize)
                .pad(2)
                .pad(2)
                .u16(textAnsiCodePage)
                .pad(2);
    }
}
