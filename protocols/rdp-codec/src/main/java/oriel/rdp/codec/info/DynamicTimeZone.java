package oriel.rdp.codec.info;

import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The dynamic daylight saving fields of the Extended Info Packet — MS-RDPBCGR, section 2.2.1.11.1.1.1.
 *
 * @param keyName name of the time zone in the registry of Windows, at most 254 bytes
 * @param daylightTimeDisabled whether daylight saving time is switched off
 */
public record DynamicTimeZone(String keyName, boolean daylightTimeDisabled) {
    private static final int LONGEST_KEY_NAME = 254;

    /** The length counts no terminator, and there is none; clients of other makers send no flag when the name is empty. */
    static DynamicTimeZone decode(WireReader in) {
        int length = in.count(in.u16("cbDynamicDSTTimeZoneKeyName"), LONGEST_KEY_NAME, "cbDynamicDSTTimeZoneKeyName");
        String keyName = FixedText.untilZero(in.utf16(length, "dynamicDSTTimeZoneKeyName"));
        boolean disabled = in.hasRemaining() && in.u16("dynamicDaylightTimeDisabled") != 0;
        return new DynamicTimeZone(keyName, disabled);
    }

    void encode(WireWriter out) {
        out.u16(2 * keyName.length()).utf16(keyName).u16(daylightTimeDisabled ? 1 : 0);
    }
}
