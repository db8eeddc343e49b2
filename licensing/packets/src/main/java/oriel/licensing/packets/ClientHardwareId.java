package oriel.licensing.packets;

import java.util.HexFormat;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Hardware Identification (CLIENT_HARDWARE_ID) — MS-RDPELE, section 2.2.2.3.1.
 *
 * @param platformId as in the request, or whatever the client takes for it
 * @param data1 the first of four numbers that identify the device together
 * @param data2 the second
 * @param data3 the third
 * @param data4 the fourth
 */
public record ClientHardwareId(PlatformId platformId, int data1, int data2, int data3, int data4) {
    /** Size in bytes. */
    public static final int SIZE = 4 /* PlatformId */ + 4 * 4 /* Data1 … Data4 */;

    /** Reads a whole structure. */
    public static ClientHardwareId decode(WireReader in) {
        in.named("Client Hardware Identification", "MS-RDPELE 2.2.2.3.1");
        var id = new ClientHardwareId(
                new PlatformId(in.i32("PlatformId")),
                in.i32("Data1"),
                in.i32("Data2"),
                in.i32("Data3"),
                in.i32("Data4"));
        in.expectEnd();
        return id;
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        out.i32(platformId.value()).i32(data1).i32(data2).i32(data3).i32(data4);
    }

    /** The structure's bytes. */
    public Octets toOctets() {
        var out = new WireWriter(SIZE);
        encode(out);
        return out.toOctets();
    }

    /** The structure's bytes as 40 lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().formatHex(toOctets().toArray());
    }

    /** The structure of 40 hexadecimal digits. */
    public static ClientHardwareId ofHex(String digits) {
        return decode(new WireReader(HexFormat.of().parseHex(digits)));
    }

    @Override
    public String toString() {
        return toHex();
    }
}
